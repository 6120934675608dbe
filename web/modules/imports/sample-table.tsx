import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { chosenColumns } from './chosen-columns.ts';
import { importWords } from './words.ts';
import './imports.css';

/** The first rows as they stand in the file; over each column what it is taken for. */
export function SampleTable({ batch }: { batch: ImportBatch }) {
  const say = useWords(importWords);
  const { fields } = chosenColumns(batch);
  const fieldOf = (column: string) => Object.entries(fields).find(([, chosen]) => chosen === column)?.[0];

  return (
    <div className="sample" tabIndex={0} role="region" aria-label={say('sample.title')}>
      <table>
        <thead>
          <tr>
            <th>{say('sample.line')}</th>
            {batch.columns.map((column) => {
              const field = fieldOf(column);
              return (
                <th key={column}>
                  {column}
                  <small className={field && 'taken'}>
                    {field ? `→ ${say(`field.${field}` as 'field.name')}` : say('mapping.none')}
                  </small>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {batch.sample.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {batch.columns.map((column, at) => (
                <td key={column}>{row[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
