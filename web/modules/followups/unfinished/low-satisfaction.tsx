import { FrownOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useWorklist } from '../api.ts';
import { followupsWords } from '../words.ts';

const code = 'satisfaction-low';

/** How many unhappy customers wait for the supervisor's call, with the way to them. */
export function LowSatisfaction() {
  const say = useWords(followupsWords);
  const { data } = useWorklist({ scope: 'all', protocolCode: code, page: 1, pageSize: 1 });
  if (!data) return null;

  return (
    <p className="line low-satisfaction">
      <StatusTag
        meaning={data.customers > 0 ? 'risk' : 'done'}
        {...(data.customers > 0 && { icon: <FrownOutlined /> })}
      >
        {say('low.title')}
      </StatusTag>
      {data.customers > 0 ? (
        <>
          {say('low.text', { count: data.customers })}
          <Link to="/" search={{ scope: 'all', protocol: code } as never}>
            {say('low.open')}
          </Link>
        </>
      ) : (
        <span className="soft">{say('low.none')}</span>
      )}
    </p>
  );
}
