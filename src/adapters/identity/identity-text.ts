/**
 * Texts that stand for "nobody": a customer made of one of them would be a crowd. Compared in lower case, without the
 * blanks at the ends.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['0', 'null', 'none', 'nan', 'n/a', '#n/a', 'undefined', 'unknown', 'anonymous', 'guest', '-', '--', '——'],
  ...['无', '空', '未知', '匿名', '匿名用户', '匿名买家', '匿名顾客', '匿名会员', '散客', '游客'],
]);
const CIPHERTEXT = /^(##|\$\$|~)/;
/** Platforms' opened-address ids and the like: forty or more characters of base64 without a blank. */
const OPEN_ADDRESS_ID = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w+/=-]{40,}$/;
const SAME_CHARACTER = /^(.)\1{5,}$/su;
const ONLY_PUNCTUATION = /^[-—_=+.,?·•/\\\s0]+$/;
const EMAIL = /^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/;

/**
 * Whether a buyer id or an account names one person: not masked (`t**1`, `********`), not ciphertext (`##…`, `$$…`,
 * `~…`, an open-address id), not a placeholder (`null`, `0`, `匿名`), not one character six times or more.
 */
export function namesOnePerson(text: string): boolean {
  const trimmed = text.trim().replace(/^'/, '');
  if (trimmed === '' || /[*＊]/.test(trimmed) || PLACEHOLDERS.has(trimmed.toLowerCase())) return false;
  return (
    !CIPHERTEXT.test(trimmed) &&
    !ONLY_PUNCTUATION.test(trimmed) &&
    !SAME_CHARACTER.test(trimmed) &&
    !isOpenAddressId(trimmed)
  );
}

/** Whether the text hides a person: it has something, and what it has is masked or ciphertext. */
export function isMasked(text: string): boolean {
  const trimmed = text.trim();
  return /[*＊]/.test(trimmed) || CIPHERTEXT.test(trimmed) || isOpenAddressId(trimmed);
}

/** The length is looked at first: hardly any text is so long. */
function isOpenAddressId(trimmed: string): boolean {
  return trimmed.length >= 40 && OPEN_ADDRESS_ID.test(trimmed);
}

/** The e-mail address a text is, in lower case; null when it is none. */
export function emailOf(text: string): string | null {
  const trimmed = text.trim();
  return EMAIL.test(trimmed) ? trimmed.toLowerCase() : null;
}

/**
 * A full phone number in one spelling: digits only, the country code of mainland China dropped. Null for a masked one
 * (`1**********`), a virtual one (`13800000001-1234`, `13800000001转1234`: it is lent for one delivery), fewer than 7 or
 * more than 15 digits, or one digit throughout.
 */
export function phoneOf(text: string): string | null {
  const trimmed = text.normalize('NFKC').trim().replace(/^'/, '');
  if (!/^[+\d\s().-]+$/.test(trimmed) || /^(\+?86)?\s*1\d{10}\s*-\s*\d+$/.test(trimmed)) return null;
  const digits = trimmed.replace(/\D/g, '');
  const national = /^(?:00)?86(1\d{10})$/.exec(digits)?.[1] ?? digits;
  if (national.length < 7 || national.length > 15 || /^(\d)\1*$/.test(national)) return null;
  return national;
}
