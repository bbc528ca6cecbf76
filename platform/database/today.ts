// Today (今日) as SQL says it: midnight in Beijing begins a day, wherever the server stands.

export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
