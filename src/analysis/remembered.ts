import type { Window } from '../model/report.js';
import type { AnalysisInput } from './metric.js';

/** As `make`, computed once per input: an input is one object for all tables of an answer. */
export function remembered<Value>(make: (input: AnalysisInput) => Value): (input: AnalysisInput) => Value {
  const known = new WeakMap<AnalysisInput, { readonly value: Value }>();
  return (input) => {
    const before = known.get(input) ?? { value: make(input) };
    known.set(input, before);
    return before.value;
  };
}

/** As `make`, computed once per input and days. */
export function rememberedByDays<Value>(
  make: (input: AnalysisInput, days: Window) => Value,
): (input: AnalysisInput, days: Window) => Value {
  const ofInput = remembered(() => new Map<string, Value>());
  return (input, days) => {
    const known = ofInput(input);
    const key = `${days.from} ${days.to}`;
    const value = known.has(key) ? known.get(key)! : make(input, days);
    known.set(key, value);
    return value;
  };
}
