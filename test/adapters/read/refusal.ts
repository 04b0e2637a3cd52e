import { CrmError } from '../../../src/errors.js';

/** The code and params of the refusal that a piece of work ends in; fails when it does not end in one. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; params: object }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CrmError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('nothing was refused');
}
