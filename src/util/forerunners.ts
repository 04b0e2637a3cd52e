/** All that keep something. */
const keepers: Forerunners[] = [];

/**
 * Keeps the last few things that did a job until as many others have come. The engine compiles code for objects and
 * functions of the very make it has seen at work, and throws the code away when the last of the make is gone: of many
 * files each would begin slowly again, for a tenth of all the time.
 */
export class Forerunners {
  #kept: unknown[] = [];

  constructor(private readonly count: number) {
    keepers.push(this);
  }

  add(one: unknown): void {
    this.#kept.push(one);
    if (this.#kept.length > this.count) this.#kept.shift();
  }

  get kept(): readonly unknown[] {
    return this.#kept;
  }

  letGo(): void {
    this.#kept = [];
  }
}

/** Lets go of everything that is kept: no more files come, and what they hold is large. */
export function letGoOfForerunners(): void {
  for (const keeper of keepers) keeper.letGo();
}
