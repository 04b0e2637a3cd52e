/** What a place in a JSON document may hold: declared once, it is a type, and a JSON Schema. */
export type Shape =
  | { readonly kind: 'text'; readonly values?: readonly string[]; readonly pattern?: string }
  | { readonly kind: 'number' | 'integer'; readonly least?: number }
  | { readonly kind: 'null' }
  | { readonly kind: 'any-of'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly value: Shape }
  | {
      readonly kind: 'object';
      readonly members: Readonly<Record<string, Shape>>;
      readonly optional: readonly string[];
      readonly about: string;
    }
  | { readonly kind: 'again'; readonly name: string };

export const text = { kind: 'text' } as const;
export const number = { kind: 'number' } as const;
export const count = { kind: 'integer', least: 0 } as const;
export const nothing = { kind: 'null' } as const;
/** An ISO day. */
export const day = { kind: 'text', pattern: '^-?\\d{4,6}-\\d{2}-\\d{2}$' } as const;

/** One of a few words. */
export function word<const Values extends readonly string[]>(...values: Values) {
  return { kind: 'text', values } as const;
}

/** One of several shapes. */
export function either<const Shapes extends readonly Shape[]>(...shapes: Shapes) {
  return { kind: 'any-of', shapes } as const;
}

/** Any number of one shape. */
export function listOf<const Item extends Shape>(item: Item) {
  return { kind: 'list', item } as const;
}

/** Keys that come from the data, one shape of value. */
export function mapOf<const Value extends Shape>(value: Value) {
  return { kind: 'map', value } as const;
}

/** Exactly these keys; the optional ones may be absent. */
export function object<const Members extends Readonly<Record<string, Shape>>>(
  about: string,
  members: Members,
  optional: readonly (keyof Members & string)[] = [],
) {
  return { kind: 'object', members, optional, about } as const;
}

/** The values of a shape, as a type: what code that writes such a place must give. */
export type Of<S> = S extends { readonly kind: 'text'; readonly values: readonly (infer Value)[] }
  ? Value
  : S extends { readonly kind: 'text' }
    ? string
    : S extends { readonly kind: 'number' | 'integer' }
      ? number
      : S extends { readonly kind: 'null' }
        ? null
        : S extends { readonly kind: 'any-of'; readonly shapes: readonly (infer One)[] }
          ? Of<One>
          : S extends { readonly kind: 'list'; readonly item: infer Item }
            ? readonly Of<Item>[]
            : S extends { readonly kind: 'map'; readonly value: infer Value }
              ? { readonly [key: string]: Of<Value> }
              : S extends { readonly kind: 'object'; readonly members: infer Members }
                ? { readonly [Key in keyof Members]: Of<Members[Key]> }
                : never;

/** A shape as JSON Schema, draft 2020-12. */
export function jsonSchema(shape: Shape): Readonly<Record<string, unknown>> {
  switch (shape.kind) {
    case 'text':
      return {
        type: 'string',
        ...(shape.values === undefined ? {} : { enum: shape.values }),
        ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }),
      };
    case 'number':
    case 'integer':
      return { type: shape.kind, ...(shape.least === undefined ? {} : { minimum: shape.least }) };
    case 'null':
      return { type: 'null' };
    case 'any-of':
      return { anyOf: shape.shapes.map(jsonSchema) };
    case 'list':
      return { type: 'array', items: jsonSchema(shape.item) };
    case 'map':
      return { type: 'object', additionalProperties: jsonSchema(shape.value) };
    case 'again':
      return { $ref: `#/$defs/${shape.name}` };
    case 'object':
      return objectSchema(shape);
  }
}

function objectSchema({ members, optional, about }: Extract<Shape, { kind: 'object' }>) {
  return {
    type: 'object',
    description: about,
    properties: Object.fromEntries(Object.entries(members).map(([key, member]) => [key, jsonSchema(member)])),
    required: Object.keys(members).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  };
}
