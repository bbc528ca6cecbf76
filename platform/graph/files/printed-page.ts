// What every page for printing (打印页面) needs: its texts made safe, and a policy under which it does nothing but show itself.
import { createHash } from 'node:crypto';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it. */
export const safeText = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Nothing is loaded and nothing runs: the page's own style is all it may use. */
export const policyOfStyle = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
