import {
  AimOutlined,
  ApiOutlined,
  AuditOutlined,
  ApartmentOutlined,
  CalendarOutlined,
  CustomerServiceOutlined,
  CommentOutlined,
  ExceptionOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  LineChartOutlined,
  PieChartOutlined,
  SolutionOutlined,
  FileSearchOutlined,
  SafetyOutlined,
  StarOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  TagsOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { Menu as AntMenu } from 'antd';
import type { ReactNode } from 'react';
import { mayDo, type Permission } from '#domain/staff/permissions.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { appWords } from './words.ts';

interface Place {
  to:
    | '/'
    | '/customers'
    | '/contacts'
    | '/class-accuracy'
    | '/classes'
    | '/consultations'
    | '/ownership'
    | '/releases'
    | '/pool'
    | '/release-rules'
    | '/supervise'
    | '/grading'
    | '/effort'
    | '/duplicates'
    | '/spot-checks'
    | '/coverage'
    | '/mismatches'
    | '/protocols'
    | '/scripts'
    | '/imports'
    | '/staff'
    | '/clinics'
    | '/teams'
    | '/api-keys'
    | '/audit';
  word:
    | 'today'
    | 'customers'
    | 'contacts'
    | 'class-accuracy'
    | 'classes'
    | 'consultations'
    | 'ownership'
    | 'releases'
    | 'pool'
    | 'release-rules'
    | 'supervise'
    | 'grading'
    | 'effort'
    | 'duplicates'
    | 'spot-checks'
    | 'coverage'
    | 'mismatches'
    | 'protocols'
    | 'scripts'
    | 'imports'
    | 'staff'
    | 'clinics'
    | 'teams'
    | 'api-keys'
    | 'audit';
  needs: Permission;
  icon: ReactNode;
}

const work: Place[] = [
  { to: '/', word: 'today', needs: 'followups.work', icon: <CalendarOutlined /> },
  { to: '/customers', word: 'customers', needs: 'customers.read', icon: <TeamOutlined /> },
  { to: '/consultations', word: 'consultations', needs: 'consultations.read', icon: <CommentOutlined /> },
  { to: '/ownership', word: 'ownership', needs: 'ownership.read', icon: <SolutionOutlined /> },
  { to: '/pool', word: 'pool', needs: 'ownership.read', icon: <InboxOutlined /> },
  { to: '/releases', word: 'releases', needs: 'ownership.decide', icon: <FileDoneOutlined /> },
  { to: '/contacts', word: 'contacts', needs: 'classes.set', icon: <CustomerServiceOutlined /> },
  { to: '/supervise', word: 'supervise', needs: 'followups.supervise', icon: <ExceptionOutlined /> },
  { to: '/spot-checks', word: 'spot-checks', needs: 'followups.supervise', icon: <FileSearchOutlined /> },
  { to: '/coverage', word: 'coverage', needs: 'followups.supervise', icon: <SafetyOutlined /> },
  { to: '/mismatches', word: 'mismatches', needs: 'ledger.review', icon: <ReconciliationOutlined /> },
  { to: '/duplicates', word: 'duplicates', needs: 'identity.review', icon: <UserSwitchOutlined /> },
  { to: '/effort', word: 'effort', needs: 'followups.supervise', icon: <PieChartOutlined /> },
  { to: '/class-accuracy', word: 'class-accuracy', needs: 'classes.review', icon: <AimOutlined /> },
  { to: '/grading', word: 'grading', needs: 'grading.manage', icon: <StarOutlined /> },
  { to: '/release-rules', word: 'release-rules', needs: 'ownership.manage', icon: <FieldTimeOutlined /> },
  { to: '/classes', word: 'classes', needs: 'classes.manage', icon: <TagsOutlined /> },
  { to: '/protocols', word: 'protocols', needs: 'protocols.read', icon: <LineChartOutlined /> },
  { to: '/scripts', word: 'scripts', needs: 'scripts.read', icon: <ReadOutlined /> },
  { to: '/imports', word: 'imports', needs: 'imports.run', icon: <ImportOutlined /> },
];
const settings: Place[] = [
  { to: '/staff', word: 'staff', needs: 'staff.read', icon: <IdcardOutlined /> },
  { to: '/clinics', word: 'clinics', needs: 'organization.manage', icon: <HomeOutlined /> },
  { to: '/teams', word: 'teams', needs: 'organization.manage', icon: <ApartmentOutlined /> },
  { to: '/api-keys', word: 'api-keys', needs: 'api-keys.manage', icon: <ApiOutlined /> },
  { to: '/audit', word: 'audit', needs: 'audit.read', icon: <AuditOutlined /> },
];

/** The pages this person may see. */
export function Menu({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const say = useWords(appWords);
  const { permissions } = useMe();
  const path = useLocation({ select: ({ pathname }) => pathname });

  const open = (places: Place[]) => places.filter(({ needs }) => mayDo(permissions, needs));
  const here = [...work, ...settings].find(({ to }) => (to === '/' ? path === '/' : path.startsWith(to)));
  const itemOf = ({ to, word, icon }: Place) => ({
    key: to,
    icon,
    label: (
      <Link to={to} {...(onGo && { onClick: onGo })}>
        {say(word)}
      </Link>
    ),
  });
  const groupOf = (key: 'menu.work' | 'menu.settings', places: Place[]) => {
    const items = open(places).map(itemOf);
    return items.length === 0
      ? []
      : [{ key, type: 'group' as const, label: folded ? null : say(key), children: items }];
  };

  return (
    <nav aria-label={say('menu')}>
      <AntMenu
        mode="inline"
        inlineIndent={10}
        inlineCollapsed={folded}
        selectedKeys={here ? [here.to] : []}
        style={{ borderInlineEnd: 0 }}
        items={[...groupOf('menu.work', work), ...groupOf('menu.settings', settings)]}
      />
    </nav>
  );
}
