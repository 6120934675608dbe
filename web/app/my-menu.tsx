import { UserOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { arrivals } from '#web/modules/offline/arrivals.ts';
import { offlineWords } from '#web/modules/offline/words.ts';
import { useSignOut } from '#web/modules/session/api.ts';
import { ChangePasswordDrawer } from '#web/modules/session/change-password-drawer.tsx';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { appWords } from './words.ts';

export function MyMenu() {
  const say = useWords(appWords);
  const sayClinic = useWords(clinicWords);
  const me = useMe();
  const sayOffline = useWords(offlineWords);
  const tell = useTell();
  const confirm = useConfirm();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const leave = async () => {
    const count = arrivals.get().length;
    const maySignOut =
      count === 0 ||
      (await confirm({
        ...{ title: sayOffline('sign-out'), text: sayOffline('sign-out.text', { count }) },
        ...{ yes: sayOffline('sign-out.yes'), dangerous: true },
      }));
    if (maySignOut) signOut.mutate(undefined, { onError: tell.failed });
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: `${me.organization.name} · ${sayClinic(`role.${me.role}`)}`,
            },
            {
              key: 'leave',
              label: say('my-leave'),
              onClick: () => void navigate({ to: '/availability' }),
            },
            { key: 'password', label: say('password'), onClick: () => setChanging(true) },
            {
              key: 'signOut',
              label: say('signOut'),
              onClick: () => void leave(),
            },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${say('me')} ${me.name}`}>
          <span className="wide-only">{me.name}</span>
        </Button>
      </Dropdown>
      <ChangePasswordDrawer open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
