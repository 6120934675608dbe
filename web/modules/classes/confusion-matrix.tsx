import type { AccuracyReport } from '#domain/classes/contract.ts';
import { useWords } from '#web/lib/words.ts';
import type { Behind } from './behind.ts';
import { useClassNames } from './class-names.ts';
import { classesWords } from './words.ts';
import './classes.css';

interface ConfusionMatrixProps {
  person: AccuracyReport['people'][number];
  onOpen: (behind: Behind) => void;
}

/** What one person took for what: each row a class of the desk, each column what it was judged to be. */
export function ConfusionMatrix({ person, onOpen }: ConfusionMatrixProps) {
  const say = useWords(classesWords);
  const { labelOf } = useClassNames();
  const { staffId, staffName, cells } = person;
  const codes = [...new Set(cells.flatMap(({ preclass, judged }) => [preclass, judged]))].sort();
  const countOf = (preclass: string, judged: string) =>
    cells.find((cell) => cell.preclass === preclass && cell.judged === judged)?.count ?? 0;

  return (
    <section className="panel matrix">
      <h2>{say('matrix.of', { name: staffName })}</h2>
      <table aria-label={say('matrix.of', { name: staffName })}>
        <thead>
          <tr>
            <th scope="col">
              {say('matrix.desk')} ↓ / {say('matrix.judged')} →
            </th>
            {codes.map((code) => (
              <th key={code} scope="col" title={labelOf(code)}>
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((preclass) => (
            <tr key={preclass}>
              <th scope="row">{labelOf(preclass)}</th>
              {codes.map((judged) => {
                const count = countOf(preclass, judged);
                if (count === 0)
                  return (
                    <td key={judged}>
                      <span>·</span>
                    </td>
                  );
                const title = say('matrix.cell', { preclass, judged, count });
                return (
                  <td key={judged} className={preclass === judged ? 'right' : 'wrong'}>
                    <button
                      type="button"
                      aria-label={title}
                      title={title}
                      onClick={() =>
                        onOpen({
                          ...{ staffId, preclass, judged },
                          title: say('behind', { name: staffName, what: title }),
                        })
                      }
                    >
                      {count}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
