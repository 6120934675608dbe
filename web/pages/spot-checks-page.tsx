import { DatePicker } from 'antd';
import { ListSpotChecks } from '#domain/spotchecks/contract.ts';
import { riskOf, signs } from '#domain/spotchecks/signs.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { CallProof } from '#web/modules/evidence/call-proof.tsx';
import { useSpotChecks } from '#web/modules/spotchecks/api.ts';
import { SpotCheckList } from '#web/modules/spotchecks/spot-check-list.tsx';
import { spotCheckWords } from '#web/modules/spotchecks/words.ts';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = ListSpotChecks.omit({ clinicId: true });

/** The supervisor's look at what was written down the day before (G1, G2). */
export function SpotChecksPage() {
  const say = useWords(spotCheckWords);
  const number = useNumber();
  const listed = useListed();
  const [{ day }, setFilter] = useUrlFilters(Filter);
  const checks = useSpotChecks(day);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        checks.data && (
          <DatePicker
            allowClear={false}
            aria-label={say('day')}
            value={pickable(checks.data.day)}
            onChange={(day) => day && setFilter({ day: pickedDay(day) })}
          />
        )
      }
    >
      <Loaded of={checks}>
        {({ items, answers, doubted, reviewed }) =>
          items.length === 0 ? (
            <EmptyState text={say('none')} />
          ) : (
            <div className="rows">
              <p className="line" style={{ margin: 0 }}>
                {say('figures', {
                  answers: number(answers),
                  doubted: number(doubted),
                  reviewed: number(reviewed),
                })}
                <span className="soft wide-only">{say('keys')}</span>
              </p>
              <p className="soft" style={{ margin: 0 }}>
                {say('order', {
                  weights: listed(signs.map((sign) => `${say(`sign.${sign}`)} ${number(riskOf([sign]))}`)),
                })}
              </p>
              <SpotCheckList
                key={checks.data?.day}
                items={items}
                proof={({ customerId, callId }) => <CallProof customerId={customerId} callId={callId} />}
              />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
