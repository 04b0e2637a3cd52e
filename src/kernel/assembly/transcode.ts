const NOT_A_CHARACTER: u32 = 0xfffd;
const TRAILS: usize = 191;

/** Where the text transcoded last ends. */
export let transcodedEnd: usize = 0;

/** As `transcodeGb18030` of util/gb18030.ts, `codes` being its table; false where TextDecoder must have a look. */
export function transcode(from: usize, to: usize, codes: usize, target: usize): bool {
  let out = target;
  let at = from;
  while (at < to) {
    const lead = <usize>load<u8>(at++);
    if (lead < 0x80) {
      store<u8>(out++, <u8>lead);
      continue;
    }
    const trail: usize = at < to ? <usize>load<u8>(at++) : 0;
    if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail === 0xff) return false;
    const code = <u32>load<u16>(codes + (((lead - 0x81) * TRAILS + trail - 0x40) << 1));
    if (code === NOT_A_CHARACTER) return false;
    if (code < 0x800) {
      store<u8>(out++, <u8>(0xc0 | (code >> 6)));
    } else {
      store<u8>(out++, <u8>(0xe0 | (code >> 12)));
      store<u8>(out++, <u8>(0x80 | ((code >> 6) & 0x3f)));
    }
    store<u8>(out++, <u8>(0x80 | (code & 0x3f)));
  }
  transcodedEnd = out;
  return true;
}
