import { reportShape } from './report-shape.js';
import { jsonSchema } from './shape.js';

/** The JSON Schema (draft 2020-12) of the documents `--format json` writes. */
export const reportSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'crm.report/1',
  title: 'crm.report/1',
  $ref: '#/$defs/report',
  $defs: { report: jsonSchema(reportShape) },
};

/** The same as text, for `crm schema`. */
export function schemaText(): string {
  return `${JSON.stringify(reportSchema, null, 2)}\n`;
}
