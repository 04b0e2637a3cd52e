type Schema = Readonly<Record<string, unknown>>;

/**
 * Where a value does not follow a JSON Schema, for the words our own schema is written in: type, enum, pattern,
 * minimum, anyOf, items, properties, required, additionalProperties, $ref into $defs. Any other word is refused.
 */
export function violations(root: Schema, value: unknown): readonly string[] {
  return check(root, root, value, '');
}

const KNOWN = [
  ...['$schema', '$id', 'title', 'description', '$defs', '$ref', 'type', 'enum', 'pattern', 'minimum', 'anyOf'],
  ...['items', 'properties', 'required', 'additionalProperties'],
];

function check(root: Schema, schema: Schema, value: unknown, at: string): readonly string[] {
  for (const word of Object.keys(schema)) if (!KNOWN.includes(word)) throw new Error(`the schema says ${word}`);
  if (typeof schema['$ref'] === 'string') return check(root, definition(root, schema['$ref']), value, at);
  if (Array.isArray(schema['anyOf'])) {
    const fits = schema['anyOf'].some((one: Schema) => check(root, one, value, at).length === 0);
    return fits ? [] : [`${at}: none of the shapes`];
  }
  if (!isType(schema['type'], value)) return [`${at}: not ${schema['type']}`];
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) return [`${at}: not one of ${schema['enum']}`];
  if (
    typeof value === 'string' &&
    typeof schema['pattern'] === 'string' &&
    !new RegExp(schema['pattern'], 'u').test(value)
  )
    return [`${at}: not like ${schema['pattern']}`];
  if (typeof value === 'number' && typeof schema['minimum'] === 'number' && value < schema['minimum'])
    return [`${at}: less than ${schema['minimum']}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => check(root, schema['items'] as Schema, item, `${at}/${index}`));
  return typeof value === 'object' && value !== null ? members(root, schema, value, at) : [];
}

function members(root: Schema, schema: Schema, value: object, at: string): readonly string[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const others = schema['additionalProperties'];
  const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${at}/${key}: missing`);
  const found = Object.entries(value).flatMap(([key, member]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : others;
    return own === false || own === undefined
      ? [`${at}/${key}: unknown key`]
      : check(root, own as Schema, member, `${at}/${key}`);
  });
  return [...missing, ...found];
}

function definition(root: Schema, reference: string): Schema {
  const name = reference.replace('#/$defs/', '');
  return (root['$defs'] as Readonly<Record<string, Schema>>)[name] ?? {};
}

function isType(type: unknown, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === undefined || typeof value === type;
}
