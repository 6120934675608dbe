import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link, Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { mayDo } from '#domain/staff/permissions.ts';
import { read, remember } from '#web/lib/browser-memory.ts';
import { useMe } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { AlikeHint } from '#web/modules/identity/alike-hint.tsx';
import { ArrivalsToSend } from '#web/modules/offline/arrivals-to-send.tsx';
import { SessionEndedDialog } from '#web/modules/session/session-ended-dialog.tsx';
import { TrialClockBar } from '#web/modules/trial-clock/trial-clock-bar.tsx';
import { LanguageSwitch } from '#web/ui/language-switch.tsx';
import { NoticePage } from '#web/ui/notice-page.tsx';
import { ClinicSwitcher } from './clinic-switcher.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Menu } from './menu.tsx';
import { MyMenu } from './my-menu.tsx';
import { appWords } from './words.ts';
import './shell.css';

/** What stands around every page: menu, clinic, language, me, and the trial clock where there is one. */
export function Shell() {
  const say = useWords(appWords);
  const { clock } = useMe();
  const narrow = useNarrowScreen();
  const go = useNavigate();

  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {say('skip')}
      </a>
      <header className="shell-head">
        {narrow && <MenuDrawer />}
        <Link to="/" className="brand">
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <span className="wide-only">{say('brand')}</span>
        </Link>
        <ClinicSwitcher />
        <span className="push" />
        <LanguageSwitch />
        <MyMenu />
      </header>
      {clock.trial && <TrialClockBar />}
      <ConnectionBanner />
      <ArrivalsToSend
        hint={({ typed, isThem }) => (
          <AlikeHint
            typed={typed}
            more={isThem}
            onOpen={({ id }) => void go({ to: '/customers/$id', params: { id } })}
          />
        )}
      />
      <div className="shell-body">
        {!narrow && <SideMenu />}
        <main id="content" tabIndex={-1}>
          <Content />
        </main>
      </div>
      <SessionEndedDialog />
    </div>
  );
}

/** The page itself, if this person may see it. */
function Content() {
  const say = useWords(appWords);
  const { permissions } = useMe();
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs });
  if (!needs || mayDo(permissions, needs)) return <Outlet />;
  return <NoticePage title={say('forbidden.title')} text={say('forbidden.text')} />;
}

const foldedPlace = 'carecurve.menu-folded';

function SideMenu() {
  const say = useWords(appWords);
  const [folded, setFolded] = useState(() => read(foldedPlace) === 'yes');
  const fold = () => {
    remember(foldedPlace, folded ? null : 'yes');
    setFolded(!folded);
  };

  return (
    <aside className={folded ? 'shell-side folded' : 'shell-side'}>
      <Menu folded={folded} />
      <Button
        type="text"
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={say(folded ? 'unfold' : 'fold')}
        onClick={fold}
      />
    </aside>
  );
}

function MenuDrawer() {
  const say = useWords(appWords);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);

  return (
    <>
      <Button type="text" icon={<MenuOutlined />} aria-label={say('menu')} onClick={() => setOpen(true)} />
      <Drawer
        open={open}
        onClose={close}
        placement="left"
        size={260}
        title={say('brand')}
        styles={{ body: { padding: 0 } }}
      >
        <Menu onGo={close} />
      </Drawer>
    </>
  );
}
