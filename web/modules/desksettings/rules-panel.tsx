import { Button, Form, InputNumber, Switch } from 'antd';
import { DeskRules } from '#domain/appointments/desk-rules.ts';
import type { DeskRulesView } from '#domain/appointments/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useDeskRules, useSaveDeskRules } from './api.ts';
import { deskSettingsWords } from './words.ts';

const steps = [5, 10, 15, 20, 30] as const;

const groups = [
  { word: 'rules.book', fields: ['customersAtOnce'] },
  {
    word: 'rules.confirm',
    fields: ['confirmFirstFromDays', 'confirmFirstByDays', 'confirmReturnDays', 'askFromHour'],
  },
  { word: 'rules.late', fields: ['lateCallMinutes', 'lateRecordMinutes', 'cancelContactMinutes'] },
  {
    word: 'rules.waiting',
    fields: ['waitFirstMinutes', 'waitReturnMinutes', 'wordEveryMinutes', 'aloneMinutes'],
  },
  { word: 'rules.paper', fields: ['paperMinutesBeforeClosing'] },
  { word: 'rules.waitlist', fields: ['waitlistOfferMinutes', 'waitlistNoticeMinutes'] },
] as const;

/** The figures of this clinic's desk (E1, E2). */
export function RulesPanel({ clinicId }: { clinicId: string }) {
  const say = useWords(deskSettingsWords);
  const asked = useDeskRules(clinicId);
  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('rules.title')}</h2>
          <p className="soft">{say('rules.about')}</p>
        </div>
      </header>
      <Loaded of={asked}>
        {(view) => <RulesForm key={`${clinicId} ${view.version}`} clinicId={clinicId} view={view} />}
      </Loaded>
    </section>
  );
}

/** How much of a customer stands on paper. */
function PaperChoices() {
  const say = useWords(deskSettingsWords);
  return (
    <>
      <Form.Item name="paperNames" label={say('paperNames')}>
        <Select
          options={(['surname', 'full'] as const).map((value) => ({
            value,
            label: say(`paperNames.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="paperPhones" label={say('paperPhones')}>
        <Select
          options={(['masked', 'whole'] as const).map((value) => ({
            value,
            label: say(`paperPhones.${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}

function RulesForm({ clinicId, view }: { clinicId: string; view: DeskRulesView }) {
  const say = useWords(deskSettingsWords);
  const tell = useTell();
  const mayManage = useMay('appointments.manage');
  const save = useSaveDeskRules(clinicId);
  const { required, fits } = useFieldRules();
  const finish = (fields: DeskRules) =>
    save.mutate(
      { rules: { ...view.rules, ...fields }, version: view.version },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );

  return (
    <Form<DeskRules>
      layout="vertical"
      requiredMark={false}
      disabled={!mayManage}
      initialValues={view.rules}
      onFinish={finish}
    >
      {groups.map(({ word, fields }) => (
        <fieldset key={word} className="figures">
          <legend>{say(word)}</legend>
          {word === 'rules.book' && (
            <Form.Item name="stepMinutes" label={say('stepMinutes')} rules={[required]}>
              <Select options={steps.map((value) => ({ value, label: value }))} />
            </Form.Item>
          )}
          {word === 'rules.confirm' && (
            <Form.Item name="askByMessage" label={say('askByMessage')} valuePropName="checked">
              <Switch />
            </Form.Item>
          )}
          {word === 'rules.paper' && <PaperChoices />}
          {fields.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(name)}
              rules={[required, fits(DeskRules.shape[name].unwrap())]}
            >
              <InputNumber precision={0} />
            </Form.Item>
          ))}
        </fieldset>
      ))}
      <Form.Item
        name="cancelReasons"
        label={say('cancelReasons')}
        extra={say('cancelReasons.hint')}
        rules={[required, fits(DeskRules.shape.cancelReasons.unwrap())]}
      >
        <Select mode="tags" open={false} tokenSeparators={['\n', '，', '、']} suffixIcon={null} />
      </Form.Item>
      {mayManage ? (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('rules.save')}
        </Button>
      ) : (
        <p className="soft">{say('readOnly')}</p>
      )}
    </Form>
  );
}
