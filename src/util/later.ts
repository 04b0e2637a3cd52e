type Maker = () => unknown;
type Makers = Readonly<Record<string, Maker>>;

/** What the makers make. */
export type Made<Own extends Makers> = { readonly [Name in keyof Own]: ReturnType<Own[Name]> };

/** The makers of the objects that have any, by property; each answers the same whenever it is asked. */
const makersOf = new WeakMap<object, Makers>();
/**
 * The getters by property, one for all objects: to the engine objects that differ in the functions behind their properties
 * are of no common shape, and reading any property of them, in whatever loop, takes a search.
 */
const getters = new Map<string, Maker>();

function getterOf(name: string): Maker {
  const known = getters.get(name);
  if (known !== undefined) return known;
  const getter = function (this: object): unknown {
    return makersOf.get(this)![name]!();
  };
  getters.set(name, getter);
  return getter;
}

/**
 * An object whose properties are made when they are first asked for, and kept: many are not asked for in most runs. What
 * a maker holds is let go of once it has made its property.
 */
export function madeLater<Own extends Makers>(makers: Own): Made<Own> {
  const object = {};
  const own = Object.entries(makers).map(([name, maker]) => [name, once(maker)] as const);
  for (const [name] of own) {
    Object.defineProperty(object, name, { enumerable: true, configurable: true, get: getterOf(name) });
  }
  makersOf.set(object, Object.fromEntries(own));
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
export function joined<One extends object, Other extends object>(
  one: One,
  other: Other,
): Omit<One, keyof Other> & Other {
  const own = { ...Object.getOwnPropertyDescriptors(one), ...Object.getOwnPropertyDescriptors(other) };
  const object = Object.defineProperties({}, own);
  const kept = Object.entries(makersOf.get(one) ?? {}).filter(([name]) => !Object.hasOwn(other, name));
  makersOf.set(object, { ...Object.fromEntries(kept), ...makersOf.get(other) });
  return object as Omit<One, keyof Other> & Other;
}

/** One property of an object, for later: nothing but that property is held on to, and it is not made by this. */
export function propertyLater<Own extends object, Name extends keyof Own>(object: Own, name: Name): () => Own[Name] {
  const { get, value } = Object.getOwnPropertyDescriptor(object, name)!;
  return get === undefined ? () => value : (makersOf.get(object)![name as string] as () => Own[Name]);
}
