// What a child does that is asked for it: used by the tests of the guarded child.
const [what, more] = process.argv.slice(2);
const behaviours = {
  echo: () => process.stdin.pipe(process.stdout),
  hang: () => {
    for (;;);
  },
  deaf: () => process.exit(5),
  leak: () => {
    const held = [];
    for (;;) held.push(Buffer.alloc(32 * 2 ** 20, 1));
  },
  heap: () => {
    const held = [];
    for (;;) held.push({ held: held.length });
  },
  talk: () => {
    process.stderr.write('x'.repeat(10_000) + '完');
    process.stdout.write(`${process.env['NODE_OPTIONS'] ?? 'none'} ${more}`);
  },
  flood: () => {
    const write = () => process.stdout.write(Buffer.alloc(65_536), write);
    write();
  },
};
behaviours[what]();
