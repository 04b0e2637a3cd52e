import type { ReadServices } from '../../../../src/adapters/read/open.js';
import { answerParquet } from '../../../../src/adapters/read/parquet/answer-parquet.js';

/** What the child that reads Parquet does, without a child: fast, for files made in the test itself. */
export const parquetServices: ReadServices = {
  onBytes: () => undefined,
  runChild: async ({ args, input, onOutput }) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of input) pieces.push(piece);
    const [, limit = '', columns = ''] = args;
    const wish = {
      limit: limit === '' ? null : Number(limit),
      columns: columns === '' ? null : (JSON.parse(columns) as number[]),
    };
    try {
      await answerParquet(Buffer.concat(pieces), wish, async (text) => {
        await onOutput(Buffer.from(text));
      });
    } catch (error) {
      return { code: 1, killed: null, stderr: String(error) };
    }
    return { code: 0, killed: null, stderr: '' };
  },
};
