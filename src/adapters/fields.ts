import type { FieldSpec } from './dialect.js';

/** A column of free text: names, titles, memos. The most preferred header name first. */
export const text = (...headers: readonly string[]): FieldSpec => ({ kind: 'text', headers });

/** A column of numbers that are names: orders, sub-orders. Text from the first byte; `No:` and `.0` go, `0` is none. */
export const id = (...headers: readonly string[]): FieldSpec => ({ kind: 'id', headers });

/** A column of amounts. */
export const money = (...headers: readonly string[]): FieldSpec => ({ kind: 'money', headers });

/** Columns of amounts that add up; blank ones add nothing. */
export const sum = (...headers: readonly string[]): FieldSpec => ({ kind: 'money', headers, adds: true });

/** A field of which only the most preferred name that is in the header counts: the others mean something else. */
export const onlyFirst = (spec: FieldSpec): FieldSpec => ({ ...spec, only: true });

/** A column of times. */
export const time = (...headers: readonly string[]): FieldSpec => ({ kind: 'time', headers });

/** A column of whole units. */
export const count = (...headers: readonly string[]): FieldSpec => ({ kind: 'count', headers });

/** A column of a few fixed texts; `values` says what each means, compared like headers. */
export const oneOf = (values: Readonly<Record<string, string>>, ...headers: readonly string[]): FieldSpec => ({
  kind: 'oneOf',
  headers,
  values,
});

/** A long list of header names in one text, separated by `·`. */
export const names = (list: string): readonly string[] => list.split('·').map((name) => name.trim());
