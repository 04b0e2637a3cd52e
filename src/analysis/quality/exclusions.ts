import type { Imported } from '../../model/imported.js';
import { uncountedReasons } from '../../model/orders.js';
import type { Cell, Table } from '../../model/report.js';
import type { AnalysisInput } from '../metric.js';
import { overview } from '../overview.js';

const EXCLUDED = uncountedReasons.indexOf('excluded');
/** The headline numbers that are shown with and without the exclusions. */
const headlines = ['sales', 'orders', 'customers', 'purchases', 'perCustomer', 'perOrder', 'repeatRate'];

/**
 * Table `exclusions`: each of the user's rules, what it named and what it took. `named`: orders it names; `taken`: those
 * that would have counted as paid, each under the first rule that names it, so that they sum to the orders excluded;
 * `amount`: their Σ net. `listed` and `missing`: entries of a list, and those in none of the files. In one currency.
 */
export function exclusionsTable({ exclusions, table }: Imported, { scope }: AnalysisInput): Table {
  const rules = exclusions?.rules ?? [];
  const tallies = rules.map(() => ({ named: 0, taken: 0, amount: 0 }));
  for (let row = 0; row < table.size; row++) {
    const tally = tallies[(exclusions?.ruleOf[row] ?? 0) - 1];
    if (tally === undefined || table.currency[row] !== scope.currencyCode) continue;
    tally.named++;
    if (table.uncounted[row] !== EXCLUDED) continue;
    tally.taken++;
    tally.amount += table.net[row]!;
  }
  const rows = rules.map(({ kind, name, listed, missing }, index): Cell[] => {
    const { named, taken, amount } = tallies[index]!;
    return [kind, name, listed, missing, named, taken, amount];
  });
  return {
    id: 'exclusions',
    definition: '',
    window: null,
    columns: [
      { key: 'rule', unit: 'text' },
      { key: 'name', unit: 'name' },
      { key: 'listed', unit: 'count' },
      { key: 'missing', unit: 'count' },
      { key: 'named', unit: 'count' },
      { key: 'taken', unit: 'count' },
      { key: 'amount', unit: 'money' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

/** Table `exclusion-effect`: the headline numbers with the exclusions (as everywhere else) and without them. */
export function exclusionEffect(input: AnalysisInput, without: AnalysisInput): Table {
  const before = valuesOf(without);
  const rows = [...valuesOf(input)].flatMap(([metric, value]): Cell[][] => [
    [metric, value, before.get(metric) ?? null],
  ]);
  return {
    id: 'exclusion-effect',
    definition: '',
    window: input.scope.window ?? input.scope.observed,
    columns: [
      { key: 'metric', unit: 'text' },
      { key: 'with', unit: 'any' },
      { key: 'without', unit: 'any' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

function valuesOf(input: AnalysisInput): ReadonlyMap<string, Cell> {
  const { columns, rows } = overview.compute(input);
  const [metric, value] = ['metric', 'value'].map((name) => columns.findIndex(({ key }) => key === name));
  const found = new Map([...rows].map((row) => [String(row[metric!]), row[value!] ?? null] as const));
  return new Map(headlines.map((name) => [name, found.get(name) ?? null]));
}
