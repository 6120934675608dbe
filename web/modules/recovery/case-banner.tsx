import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useCustomerCases } from './api.ts';
import { CaseClock, CaseMarks } from './case-tags.tsx';
import { recoveryWords } from './words.ts';
import './recovery.css';

/** Above anything one does with a customer who is unhappy: what about, how it stands, and by when. */
export function CaseBanner({ customerId }: { customerId: string }) {
  const say = useWords(recoveryWords);
  const mayRead = useMay('recovery.read');
  const items = useCustomerCases(customerId, mayRead).data?.items ?? [];
  return items
    .filter(({ state }) => state === 'open')
    .map((each) => (
      <Alert
        key={each.id}
        className="case-banner"
        type="warning"
        showIcon
        role="note"
        title={
          <span className="line">
            {say('banner.title', { step: say(`step.${each.step}`) })}
            <CaseClock of={each} />
            <CaseMarks of={each} />
          </span>
        }
        description={each.words}
        action={
          <Link to="/cases/$id" params={{ id: each.id }}>
            <Button size="small">{say('banner.open')}</Button>
          </Link>
        }
      />
    ));
}
