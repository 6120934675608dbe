import { Alert, Button, Form, InputNumber, QRCode, Switch } from 'antd';
import type { OnlineBooking } from '#domain/onlinebooking/contract.ts';
import { OnlineRules } from '#domain/onlinebooking/limits.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { ShownOnce } from '#web/ui/shown-once.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useKinds, useOnlineBooking, useSaveOnlineBooking } from './api.ts';
import { deskSettingsWords } from './words.ts';

const figures = ['holdMinutes', 'mostHeld', 'noticeHours', 'daysAhead'] as const;

/** The clinic's page where customers book by themselves: its address, its code to scan, and its figures. */
export function OnlinePanel({ clinicId }: { clinicId: string }) {
  const say = useWords(deskSettingsWords);
  const asked = useOnlineBooking(clinicId);
  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('booking.title')}</h2>
          <p className="soft">{say('booking.about')}</p>
        </div>
      </header>
      <Loaded of={asked}>
        {(view) => <OnlineForm key={`${clinicId} ${view.version}`} clinicId={clinicId} view={view} />}
      </Loaded>
    </section>
  );
}

function OnlineForm({ clinicId, view }: { clinicId: string; view: OnlineBooking }) {
  const say = useWords(deskSettingsWords);
  const tell = useTell();
  const save = useSaveOnlineBooking(clinicId);
  const { required, fits } = useFieldRules();
  const address = location.origin + view.path;
  const kinds = useKinds().data?.items;
  const offersNothing = kinds && !kinds.some(({ isOnline, isArchived }) => isOnline && !isArchived);
  return (
    <div className="rows">
      {!view.canSendCodes && <Alert type="warning" showIcon title={say('booking.noCodes')} />}
      {offersNothing && <Alert type="warning" showIcon title={say('booking.noKinds')} />}
      {view.rules.isOpen && (
        <div className="line">
          <QRCode value={address} size={132} type="svg" />
          <div style={{ flex: 1, minWidth: 220 }}>
            <ShownOnce text={address} label={say('booking.address')} />
          </div>
        </div>
      )}
      <Form<OnlineRules>
        layout="vertical"
        requiredMark={false}
        initialValues={view.rules}
        onFinish={(rules) =>
          save.mutate(
            { rules, version: view.version },
            { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
          )
        }
      >
        <Form.Item name="isOpen" label={say('booking.isOpen')} valuePropName="checked">
          <Switch disabled={!view.canSendCodes && !view.rules.isOpen} />
        </Form.Item>
        <fieldset className="figures">
          {figures.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(`booking.${name}`)}
              rules={[required, fits(OnlineRules.shape[name].unwrap())]}
            >
              <InputNumber precision={0} />
            </Form.Item>
          ))}
        </fieldset>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('rules.save')}
        </Button>
      </Form>
    </div>
  );
}
