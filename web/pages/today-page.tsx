import { ArrowLeftOutlined } from '@ant-design/icons';
import { Drawer, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useKeys } from '#web/lib/keys.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { useClassOptions } from '#web/modules/classes/class-names.ts';
import { PhoneNumber } from '#web/modules/customers/phone-number.tsx';
import { CallSheet } from '#web/modules/followups/call-sheet/call-sheet.tsx';
import { UndoToast } from '#web/modules/followups/record-call/undo-toast.tsx';
import type { SavedCall } from '#web/modules/followups/record-call/use-save-call.ts';
import { useDraftGuard } from '#web/modules/followups/drafts.ts';
import { KeysHelp } from '#web/modules/followups/keys-help.tsx';
import { CallProof } from '#web/modules/evidence/call-proof.tsx';
import { CallForm } from '#web/modules/forms/call-form.tsx';
import { HandoverAlert } from '#web/modules/handovers/handover-alert.tsx';
import { useToday } from '#web/modules/followups/today.ts';
import { followupsWords } from '#web/modules/followups/words.ts';
import { WorklistPanel } from '#web/modules/followups/worklist/worklist-panel.tsx';
import { CardPanel } from '#web/modules/recoverycards/card-panel.tsx';
import { RedFlagNotices } from '#web/modules/redflags/red-flag-notices.tsx';
import { RedFlagStrip } from '#web/modules/redflags/red-flag-strip.tsx';
import { ReleaseHint } from '#web/modules/ownership/own-warnings.tsx';
import { ScriptWalk } from '#web/modules/scripts/script-walk.tsx';
import { CaseBanner } from '#web/modules/recovery/case-banner.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { useDocumentTitle } from '#web/ui/page.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import './today-page.css';

/** The list of today on the left, the open customer's call sheet on the right; on a phone it lies over the list. */
export function TodayPage() {
  const say = useWords(followupsWords);
  useDocumentTitle(say('today'));
  useDraftGuard();
  const narrow = useNarrowScreen();
  const today = useToday();
  const colleagues = useStaff().data?.items ?? [];
  const classes = useClassOptions();
  const searchBox = useRef<InputRef>(null);
  const [saved, setSaved] = useState<SavedCall | null>(null);
  const forgetSaved = useCallback(() => setSaved(null), []);
  const [helping, setHelping] = useState(false);
  const { customerId, open, close, go, moveOn } = today;

  useKeys({
    j: () => go(1),
    k: () => go(-1),
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    '/': () => searchBox.current?.focus({ cursor: 'all' }),
    '?': () => setHelping(true),
  });

  const sheet = customerId && (
    <CallSheet
      key={customerId}
      customerId={customerId}
      colleagues={colleagues}
      phone={(customer) => <PhoneNumber customer={customer} />}
      flags={(flags) => <RedFlagNotices flags={flags} />}
      proof={(callId) => <CallProof customerId={customerId} callId={callId} />}
      card={(asked) => <CardPanel {...asked} />}
      above={
        <>
          <CaseBanner customerId={customerId} />
          <HandoverAlert customerId={customerId} />
        </>
      }
      guide={({ sheet, followup, answers, onAnswers, isFirst }) => (
        <ScriptWalk
          script={followup.guide!.definition}
          to={{
            customer: sheet.inScript!,
            clinic: sheet.clinic,
            discreet: sheet.discreet?.profile ?? null,
            taboos: sheet.customer.taboos,
          }}
          answers={answers}
          onAnswers={onAnswers}
          hasKeys={isFirst}
        />
      )}
      form={(call) => <CallForm customerId={customerId} {...call} />}
      onSaved={(call, isStillOpen) => {
        setSaved(call);
        if (isStillOpen) void moveOn();
      }}
    />
  );

  const undo = saved && (
    <UndoToast key={saved.recorded.callId} call={saved} onGone={forgetSaved} onUndone={open} />
  );

  return (
    <div className="today-page">
      <RedFlagStrip />
      <ReleaseHint />
      <div className="today">
        <WorklistPanel
          today={today}
          colleagues={colleagues}
          classes={classes}
          searchBox={searchBox}
          onHelp={() => setHelping(true)}
        />
        {narrow ? (
          <Drawer
            open={Boolean(sheet)}
            onClose={close}
            size="100%"
            title={say('sheet.close')}
            extra={undo}
            closeIcon={<ArrowLeftOutlined aria-label={say('sheet.close')} />}
            styles={{ header: { padding: '10px 8px' }, body: { padding: 0 } }}
          >
            {sheet}
          </Drawer>
        ) : (
          <div className="today-sheet">{sheet || <EmptyState text={say('choose')} />}</div>
        )}
        {!(narrow && sheet) && undo}
        <KeysHelp open={helping} onClose={() => setHelping(false)} />
      </div>
    </div>
  );
}
