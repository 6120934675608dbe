import { Button, Pagination } from 'antd';
import { useState } from 'react';
import type { Duplicate } from '#domain/identity/contract.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { useDuplicates } from './api.ts';
import { Likely } from './likeness-tags.tsx';
import { PairSheet } from './pair-sheet.tsx';
import { identityWords } from './words.ts';
import './identity.css';

const pageSize = 20;

interface DuplicateBoardProps {
  page: number;
  onPage: (page: number) => void;
}

/** The pairs nobody has decided yet, the likeliest first, one of them open. */
export function DuplicateBoard({ page, onPage }: DuplicateBoardProps) {
  const say = useWords(identityWords);
  const asked = useDuplicates({ state: 'open', page, pageSize });
  return (
    <Loaded of={asked}>
      {({ items, total }) => {
        if (total === 0) {
          return (
            <div className="panel">
              <EmptyState text={say('open.none')} />
            </div>
          );
        }
        return <Pairs pairs={items} total={total} page={page} onPage={onPage} />;
      }}
    </Loaded>
  );
}

interface PairsProps extends DuplicateBoardProps {
  pairs: readonly Duplicate[];
  total: number;
}

function Pairs({ pairs, total, page, onPage }: PairsProps) {
  const say = useWords(identityWords);
  const number = useNumber();
  const narrow = useNarrowScreen();
  const [openId, setOpenId] = useState<string | null>(null);
  const [lastPlace, setLastPlace] = useState(0);
  // A pair that was decided leaves the list; the one that takes its place is next.
  const found = pairs.findIndex(({ id }) => id === openId);
  const place = found === -1 ? Math.min(lastPlace, Math.max(0, pairs.length - 1)) : found;
  const pair = pairs[place];

  const go = (to: number) => {
    const next = pairs[Math.min(Math.max(to, 0), pairs.length - 1)];
    if (!next) return;
    setOpenId(next.id);
    setLastPlace(pairs.indexOf(next));
  };
  const step = { j: () => go(place + 1), k: () => go(place - 1) };
  useKeys({ ...step, arrowdown: step.j, arrowup: step.k });

  return (
    <div className="pairs">
      {!narrow && (
        <nav aria-label={say('pairs')}>
          <ol className="pair-list panel">
            {pairs.map((each, index) => (
              <li key={each.id}>
                <button type="button" aria-current={index === place} onClick={() => go(index)}>
                  <span>
                    {each.a.name} · {each.b.name}
                  </span>
                  <Likely isLikely={each.isLikely} />
                </button>
              </li>
            ))}
          </ol>
          <Pagination
            simple
            hideOnSinglePage
            current={page}
            pageSize={pageSize}
            total={total}
            onChange={onPage}
          />
          <p className="soft">{say('keys')}</p>
        </nav>
      )}
      <div className="rows">
        <div className="line pair-steps">
          <Button size="small" disabled={place === 0} onClick={step.k}>
            {say('previous')}
          </Button>
          <Button size="small" disabled={place >= pairs.length - 1} onClick={step.j}>
            {say('next')}
          </Button>
          <span className="soft">
            {say('place', { place: number((page - 1) * pageSize + place + 1), total: number(total) })}
          </span>
        </div>
        {pair && (
          <PairSheet
            key={`${pair.id} ${pair.a.version} ${pair.b.version}`}
            pair={pair}
            onDecided={() => {
              setOpenId(null);
              setLastPlace(place);
            }}
          />
        )}
        {narrow && (
          <Pagination
            simple
            hideOnSinglePage
            current={page}
            pageSize={pageSize}
            total={total}
            onChange={onPage}
          />
        )}
      </div>
    </div>
  );
}
