// Names (姓名) of invented people: surnames and characters that are common in Shandong villages, by sex.
import type { Prng } from './prng';

const surnames: readonly (readonly [string, number])[] = [
  ...weighted('王李张刘', 70),
  ...weighted('陈杨赵孙吕亓', 35),
  ...weighted('朱徐马高郭魏韩孟', 20),
  ...weighted('吴周毕宋秦苏尚邹任田谢许曹郑冯董', 10),
  ...weighted('程姜崔袁段侯潘于卢蒋蔡贾丁薛叶阎余钟戴夏', 4),
];
const men = '国建志德明兴振玉长永庆广光学文立金保成福贵祥军伟强刚涛峰磊勇平生林海清山春来';
const women = '秀玉桂淑兰英芳梅红霞华丽萍凤云香珍莲娟敏静燕艳慧芝花荣爱玲娥翠';

export function surname(random: Prng): string {
  return random.weighted(surnames);
}

export function givenName(random: Prng, sex: 'male' | 'female'): string {
  const characters = sex === 'male' ? men : women;
  const one = () => characters.charAt(random.below(characters.length));
  // Two characters are commoner than one, also among the old.
  return random.perMille(820) ? `${one()}${one()}` : one();
}

function weighted(characters: string, weight: number): [string, number][] {
  return [...characters].map((character) => [character, weight]);
}
