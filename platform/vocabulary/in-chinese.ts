// The Chinese half of a text that is said in both languages, `中文 · English`: official papers are written in Chinese.
export const inChinese = (text: string): string => text.split(' · ')[0] ?? text;
