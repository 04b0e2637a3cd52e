/**
 * Texts that stand for "nobody": a customer made of one of them would be a crowd. Compared in lower case, without the
 * blanks at the ends.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['0', 'null', 'none', 'nan', 'n/a', '#n/a', 'undefined', 'unknown', 'anonymous', 'guest', '-', '--', '——'],
  ...['无', '空', '未知', '匿名', '匿名用户', '匿名买家', '匿名顾客', '匿名会员', '散客', '游客'],
]);
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
  const bare = text.trim();
  const trimmed = bare.startsWith("'") ? bare.slice(1) : bare;
  if (trimmed === '' || hasMask(trimmed) || PLACEHOLDERS.has(trimmed.toLowerCase())) return false;
  return (
    !isCiphertext(trimmed) &&
    !(mayBePunctuation(trimmed) && ONLY_PUNCTUATION.test(trimmed)) &&
    !(mayBeOneCharacter(trimmed) && SAME_CHARACTER.test(trimmed)) &&
    !isOpenAddressId(trimmed)
  );
}

function hasMask(text: string): boolean {
  return text.includes('*') || text.includes('＊');
}

function isCiphertext(text: string): boolean {
  return text.startsWith('##') || text.startsWith('$$') || text.startsWith('~');
}

/** False for a text that begins with a letter of ASCII, a digit but 0, or a common Chinese character: no pattern is asked. */
function mayBePunctuation(text: string): boolean {
  const first = text.charCodeAt(0);
  const letter = first | 0x20;
  return !(
    (letter >= 0x61 && letter <= 0x7a) ||
    (first >= 0x31 && first <= 0x39) ||
    (first >= 0x4e00 && first <= 0x9fff)
  );
}

/** The first character has one or two units, and the last unit is its last. */
function mayBeOneCharacter(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return text.length > 5 && (last === text.charCodeAt(0) || last === text.charCodeAt(1));
}

/** Whether the text hides a person: it has something, and what it has is masked or ciphertext. */
export function isMasked(text: string): boolean {
  const trimmed = text.trim();
  return hasMask(trimmed) || isCiphertext(trimmed) || isOpenAddressId(trimmed);
}

/** The length is looked at first: hardly any text is so long. */
function isOpenAddressId(trimmed: string): boolean {
  return trimmed.length >= 40 && OPEN_ADDRESS_ID.test(trimmed);
}

/** The e-mail address a text is, in lower case; null when it is none. */
export function emailOf(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.includes('@') && EMAIL.test(trimmed) ? trimmed.toLowerCase() : null;
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
