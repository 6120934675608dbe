import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

interface WorklistPagerProps {
  page: number;
  pageSize: number;
  total: number;
  onTurn: (page: number) => void;
}

/** Which rows of how many are shown; the list always begins with the most urgent ones. */
export function WorklistPager({ page, pageSize, total, onTurn }: WorklistPagerProps) {
  const say = useWords(followupsWords);
  const count = useNumber();
  if (total === 0) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);

  return (
    <footer className="worklist-pager">
      <span className="soft">{say('range', { from: count(from), to: count(to), total: count(total) })}</span>
      {total > pageSize && (
        <span>
          <Button
            type="text"
            icon={<LeftOutlined />}
            aria-label={say('page.before')}
            disabled={page <= 1}
            onClick={() => onTurn(page - 1)}
          />
          <Button
            type="text"
            icon={<RightOutlined />}
            aria-label={say('page.after')}
            disabled={to >= total}
            onClick={() => onTurn(page + 1)}
          />
        </span>
      )}
    </footer>
  );
}
