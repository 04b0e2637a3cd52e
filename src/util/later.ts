type Makers = Readonly<Record<string, () => unknown>>;

/** What the makers make. */
export type Made<Own extends Makers> = { readonly [Name in keyof Own]: ReturnType<Own[Name]> };

/**
 * An object whose properties are made when they are first asked for, and kept: many are not asked for in most runs. What
 * a maker holds is let go of once it has made its property.
 */
export function madeLater<Own extends Makers>(makers: Own): Made<Own> {
  const object = {};
  for (const [name, maker] of Object.entries(makers)) {
    Object.defineProperty(object, name, { enumerable: true, configurable: true, get: once(maker) });
  }
  return object as Made<Own>;
}

/** The same answer, worked out when it is asked for first. */
export function once<Value>(make: () => Value): () => Value {
  let maker: (() => Value) | null = make;
  let made: Value;
  return () => {
    if (maker !== null) {
      made = maker();
      maker = null;
    }
    return made;
  };
}

/** The properties of two objects as one; those that are made later are not made by this. */
export function joined<One extends object, Other extends object>(one: One, other: Other): One & Other {
  const own = { ...Object.getOwnPropertyDescriptors(one), ...Object.getOwnPropertyDescriptors(other) };
  return Object.defineProperties({}, own) as One & Other;
}
