// Personal numbers (个人号码) in free text, however they are spelt: identity, card and telephone numbers.
const patterns = [
  /(?<!\d)\d{17}[\dXx](?!\d)/, // identity number
  /(?<!\d)(?:\d{15,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)/, // bank card, also in groups of four
  /(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)/, // mobile telephone
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/, // fixed line with its area code
];

export function holdsPersonalNumber(text: string): boolean {
  // Full-width digits are how an input method writes the same number.
  const plain = text.normalize('NFKC');
  return patterns.some((pattern) => pattern.test(plain));
}
