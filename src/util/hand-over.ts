/** Something that is waited for, again and again. */
class Signal {
  #waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  fire(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/**
 * Things that one part of the program puts in and another takes out, in order, while both go on. Whoever puts in asks for
 * `room` from time to time and waits there while too many have not been taken.
 */
export class HandOver<T> {
  #items: T[] = [];
  #end: { readonly failure: readonly [error: unknown] | null } | null = null;
  readonly #arrived = new Signal();
  readonly #left = new Signal();

  constructor(private readonly most: number) {}

  put(item: T): void {
    this.#items.push(item);
    this.#arrived.fire();
  }

  /** No more will come; with an error, whoever takes is told it in the end. */
  end(...failure: [] | [error: unknown]): void {
    this.#end ??= { failure: failure.length === 1 ? failure : null };
    this.#arrived.fire();
    this.#left.fire();
  }

  /** Waits while there are too many; not any more once nobody takes them. */
  async room(): Promise<void> {
    while (this.#items.length >= this.most && this.#end === null) await this.#left.next();
  }

  /** Takes everything, as it comes, until the end. */
  async *taken(): AsyncGenerator<T> {
    try {
      for (;;) {
        const items = this.#items;
        this.#items = [];
        this.#left.fire();
        yield* items;
        if (this.#items.length > 0) continue;
        if (this.#end?.failure) throw this.#end.failure[0];
        if (this.#end !== null) return;
        await this.#arrived.next();
      }
    } finally {
      this.end();
    }
  }
}
