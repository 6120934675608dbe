import { Tag } from 'antd';
import type { Duplicate } from '#domain/identity/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { identityWords } from './words.ts';

/** Why two may be one; what speaks against it is struck in words of its own. */
export function Reasons({ reasons }: { reasons: Duplicate['reasons'] }) {
  const say = useWords(identityWords);
  return (
    <span className="line likeness-reasons">
      {reasons.map(({ code, points }) => (
        <Tag key={code} {...(points < 0 && { className: 'speaks-against' })}>
          {say(code)}
        </Tag>
      ))}
    </span>
  );
}

export function Likely({ isLikely }: { isLikely: boolean }) {
  const say = useWords(identityWords);
  return (
    <StatusTag meaning={isLikely ? 'risk' : 'neutral'}>{say(isLikely ? 'likely' : 'possible')}</StatusTag>
  );
}
