import {
  AimOutlined,
  AlertOutlined,
  FileProtectOutlined,
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  ApartmentOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  CustomerServiceOutlined,
  CarryOutOutlined,
  CommentOutlined,
  DisconnectOutlined,
  ExceptionOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  HeartOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  InsertRowBelowOutlined,
  LayoutOutlined,
  LineChartOutlined,
  MailOutlined,
  BookOutlined,
  CoffeeOutlined,
  FundOutlined,
  LikeOutlined,
  LogoutOutlined,
  MessageOutlined,
  SendOutlined,
  SnippetsOutlined,
  PhoneOutlined,
  MedicineBoxOutlined,
  PieChartOutlined,
  PrinterOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  FileSearchOutlined,
  SafetyOutlined,
  StarOutlined,
  SmileOutlined,
  FormOutlined,
  FolderOpenOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  TagsOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Permission } from '#domain/staff/permissions.ts';

export interface Place {
  to:
    | '/'
    | '/customers'
    | '/board'
    | '/appointments'
    | '/confirmations'
    | '/lateness'
    | '/desk-settings'
    | '/no-shows'
    | '/checkout'
    | '/desk-days'
    | '/huddles'
    | '/charts'
    | '/paper-sheets'
    | '/desk-scores'
    | '/contacts'
    | '/class-accuracy'
    | '/classes'
    | '/consultations'
    | '/messages'
    | '/message-replies'
    | '/message-templates'
    | '/sending-rules'
    | '/channel-accounts'
    | '/ownership'
    | '/releases'
    | '/pool'
    | '/release-rules'
    | '/contact-rules'
    | '/supervise'
    | '/cases'
    | '/numbers'
    | '/recovery-rules'
    | '/capacity'
    | '/grading'
    | '/effort'
    | '/duplicates'
    | '/spot-checks'
    | '/coverage'
    | '/mismatches'
    | '/protocols'
    | '/scripts'
    | '/satisfaction'
    | '/form-answers'
    | '/forms'
    | '/recovery-cards'
    | '/red-flags'
    | '/evidence'
    | '/imports'
    | '/availability'
    | '/staff'
    | '/clinics'
    | '/teams'
    | '/telephones'
    | '/api-keys'
    | '/audit';
  word:
    | 'today'
    | 'customers'
    | 'board'
    | 'appointments'
    | 'confirmations'
    | 'lateness'
    | 'desk-settings'
    | 'no-shows'
    | 'checkout'
    | 'desk-days'
    | 'huddles'
    | 'charts'
    | 'paper-sheets'
    | 'desk-scores'
    | 'contacts'
    | 'class-accuracy'
    | 'classes'
    | 'consultations'
    | 'messages'
    | 'message-replies'
    | 'message-templates'
    | 'sending-rules'
    | 'channel-accounts'
    | 'ownership'
    | 'releases'
    | 'pool'
    | 'release-rules'
    | 'contact-rules'
    | 'supervise'
    | 'cases'
    | 'numbers'
    | 'recovery-rules'
    | 'capacity'
    | 'grading'
    | 'effort'
    | 'duplicates'
    | 'spot-checks'
    | 'coverage'
    | 'mismatches'
    | 'protocols'
    | 'scripts'
    | 'satisfaction'
    | 'form-answers'
    | 'forms'
    | 'recovery-cards'
    | 'red-flags'
    | 'evidence'
    | 'imports'
    | 'availability'
    | 'staff'
    | 'clinics'
    | 'teams'
    | 'telephones'
    | 'api-keys'
    | 'audit';
  needs: Permission;
  icon: ReactNode;
}

/** Every page of the menu: what one works at, what is checked, the rules it goes by, and the house itself. */
export const places: {
  word: 'menu.work' | 'menu.desk' | 'menu.messages' | 'menu.checks' | 'menu.rules' | 'menu.settings';
  places: Place[];
}[] = [
  {
    word: 'menu.work',
    places: [
      { to: '/', word: 'today', needs: 'followups.work', icon: <CalendarOutlined /> },
      { to: '/red-flags', word: 'red-flags', needs: 'followups.read', icon: <AlertOutlined /> },
      { to: '/customers', word: 'customers', needs: 'customers.read', icon: <TeamOutlined /> },
      { to: '/consultations', word: 'consultations', needs: 'consultations.read', icon: <CommentOutlined /> },
      { to: '/cases', word: 'cases', needs: 'recovery.read', icon: <HeartOutlined /> },
      { to: '/numbers', word: 'numbers', needs: 'customers.write', icon: <DisconnectOutlined /> },
      { to: '/contacts', word: 'contacts', needs: 'classes.set', icon: <CustomerServiceOutlined /> },
      { to: '/ownership', word: 'ownership', needs: 'ownership.read', icon: <SolutionOutlined /> },
      { to: '/pool', word: 'pool', needs: 'ownership.read', icon: <InboxOutlined /> },
    ],
  },
  {
    word: 'menu.desk',
    places: [
      {
        to: '/board',
        word: 'board',
        needs: 'appointments.read',
        icon: <LayoutOutlined />,
      },
      {
        to: '/appointments',
        word: 'appointments',
        needs: 'appointments.read',
        icon: <InsertRowBelowOutlined />,
      },
      {
        to: '/confirmations',
        word: 'confirmations',
        needs: 'appointments.write',
        icon: <CarryOutOutlined />,
      },
      { to: '/lateness', word: 'lateness', needs: 'appointments.write', icon: <FieldTimeOutlined /> },
      { to: '/checkout', word: 'checkout', needs: 'desk.work', icon: <LogoutOutlined /> },
      { to: '/desk-days', word: 'desk-days', needs: 'desk.work', icon: <FundOutlined /> },
      { to: '/huddles', word: 'huddles', needs: 'desk.work', icon: <CoffeeOutlined /> },
      { to: '/charts', word: 'charts', needs: 'desk.work', icon: <BookOutlined /> },
      { to: '/paper-sheets', word: 'paper-sheets', needs: 'followups.work', icon: <PrinterOutlined /> },
      { to: '/desk-scores', word: 'desk-scores', needs: 'desk.supervise', icon: <LikeOutlined /> },
    ],
  },
  {
    word: 'menu.messages',
    places: [
      { to: '/messages', word: 'messages', needs: 'messages.read', icon: <MessageOutlined /> },
      { to: '/message-replies', word: 'message-replies', needs: 'messages.read', icon: <MailOutlined /> },
      {
        to: '/message-templates',
        word: 'message-templates',
        needs: 'messages.read',
        icon: <SnippetsOutlined />,
      },
      { to: '/sending-rules', word: 'sending-rules', needs: 'messages.read', icon: <ClockCircleOutlined /> },
      { to: '/channel-accounts', word: 'channel-accounts', needs: 'channels.manage', icon: <SendOutlined /> },
    ],
  },
  {
    word: 'menu.checks',
    places: [
      { to: '/supervise', word: 'supervise', needs: 'followups.supervise', icon: <ExceptionOutlined /> },
      { to: '/no-shows', word: 'no-shows', needs: 'followups.supervise', icon: <CalendarOutlined /> },
      { to: '/capacity', word: 'capacity', needs: 'followups.supervise', icon: <BarChartOutlined /> },
      { to: '/spot-checks', word: 'spot-checks', needs: 'followups.supervise', icon: <FileSearchOutlined /> },
      { to: '/evidence', word: 'evidence', needs: 'followups.supervise', icon: <FileProtectOutlined /> },
      { to: '/coverage', word: 'coverage', needs: 'followups.supervise', icon: <SafetyOutlined /> },
      { to: '/releases', word: 'releases', needs: 'ownership.decide', icon: <FileDoneOutlined /> },
      { to: '/mismatches', word: 'mismatches', needs: 'ledger.review', icon: <ReconciliationOutlined /> },
      { to: '/duplicates', word: 'duplicates', needs: 'identity.review', icon: <UserSwitchOutlined /> },
      { to: '/class-accuracy', word: 'class-accuracy', needs: 'classes.review', icon: <AimOutlined /> },
      { to: '/satisfaction', word: 'satisfaction', needs: 'satisfaction.read', icon: <SmileOutlined /> },
      { to: '/form-answers', word: 'form-answers', needs: 'forms.read', icon: <FolderOpenOutlined /> },
      { to: '/effort', word: 'effort', needs: 'followups.supervise', icon: <PieChartOutlined /> },
    ],
  },
  {
    word: 'menu.rules',
    places: [
      { to: '/protocols', word: 'protocols', needs: 'protocols.read', icon: <LineChartOutlined /> },
      { to: '/scripts', word: 'scripts', needs: 'scripts.read', icon: <ReadOutlined /> },
      { to: '/forms', word: 'forms', needs: 'forms.manage', icon: <FormOutlined /> },
      { to: '/contact-rules', word: 'contact-rules', needs: 'protocols.read', icon: <PhoneOutlined /> },
      {
        to: '/desk-settings',
        word: 'desk-settings',
        needs: 'appointments.manage',
        icon: <InsertRowBelowOutlined />,
      },
      { to: '/recovery-cards', word: 'recovery-cards', needs: 'scripts.read', icon: <MedicineBoxOutlined /> },
      { to: '/grading', word: 'grading', needs: 'grading.manage', icon: <StarOutlined /> },
      { to: '/classes', word: 'classes', needs: 'classes.manage', icon: <TagsOutlined /> },
      {
        to: '/recovery-rules',
        word: 'recovery-rules',
        needs: 'recovery.manage',
        icon: <MedicineBoxOutlined />,
      },
      { to: '/release-rules', word: 'release-rules', needs: 'ownership.manage', icon: <FieldTimeOutlined /> },
    ],
  },
  {
    word: 'menu.settings',
    places: [
      { to: '/imports', word: 'imports', needs: 'imports.run', icon: <ImportOutlined /> },
      { to: '/availability', word: 'availability', needs: 'staff.read', icon: <ScheduleOutlined /> },
      { to: '/staff', word: 'staff', needs: 'staff.read', icon: <IdcardOutlined /> },
      { to: '/clinics', word: 'clinics', needs: 'organization.manage', icon: <HomeOutlined /> },
      { to: '/teams', word: 'teams', needs: 'organization.manage', icon: <ApartmentOutlined /> },
      { to: '/telephones', word: 'telephones', needs: 'channels.manage', icon: <PhoneOutlined /> },
      { to: '/api-keys', word: 'api-keys', needs: 'api-keys.manage', icon: <ApiOutlined /> },
      { to: '/audit', word: 'audit', needs: 'audit.read', icon: <AuditOutlined /> },
    ],
  },
];
