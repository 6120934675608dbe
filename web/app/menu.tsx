import { Link, useLocation } from '@tanstack/react-router';
import { Menu as AntMenu } from 'antd';
import { mayDo } from '#domain/staff/permissions.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { places, type Place } from './places.tsx';
import { appWords } from './words.ts';

/** The pages this person may see. */
export function Menu({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const say = useWords(appWords);
  const { permissions } = useMe();
  const path = useLocation({ select: ({ pathname }) => pathname });

  const here = places
    .flatMap((group) => group.places)
    .find(({ to }) => (to === '/' ? path === '/' : path.startsWith(to)));
  const itemOf = ({ to, word, icon }: Place) => ({
    key: to,
    icon,
    label: (
      <Link to={to} {...(onGo && { onClick: onGo })}>
        {say(word)}
      </Link>
    ),
  });
  const groups = places.flatMap(({ word, places }) => {
    const children = places.filter(({ needs }) => mayDo(permissions, needs)).map(itemOf);
    return children.length === 0
      ? []
      : [{ key: word, type: 'group' as const, label: folded ? null : say(word), children }];
  });

  return (
    <nav aria-label={say('menu')}>
      <AntMenu
        mode="inline"
        inlineIndent={10}
        inlineCollapsed={folded}
        selectedKeys={here ? [here.to] : []}
        style={{ borderInlineEnd: 0 }}
        items={groups}
      />
    </nav>
  );
}
