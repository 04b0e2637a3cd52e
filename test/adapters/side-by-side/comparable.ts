import type { Imported } from '../../../src/model/imported.js';
import type { Dictionary, OrderTable } from '../../../src/model/orders.js';

/** Everything an import hands on, codes as the texts they stand for: equal for equal answers. */
export function comparable({ table, passedOver, ...rest }: Imported) {
  return {
    ...rest,
    passedOver: passedOver.map(({ name, error }) => [name, error.code, error.where, error.params, error.details]),
    table: decoded({ ...table, lines: undefined, refunds: undefined }, table.texts),
    lines: decoded(table.lines, table.texts),
    refunds: decoded(table.refunds, table.texts),
  };
}

function decoded(columns: object, texts: OrderTable['texts']) {
  const dictionaries = texts as unknown as Readonly<Record<string, Dictionary | undefined>>;
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, column]) => ArrayBuffer.isView(column))
      .map(([name, column]) => {
        const numbers = [...(column as unknown as ArrayLike<number> & Iterable<number>)];
        const dictionary = dictionaries[name];
        return [name, dictionary === undefined ? numbers : numbers.map((code) => dictionary.text(code))];
      }),
  );
}
