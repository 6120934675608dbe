import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { MessageRulesView } from '#domain/messaging/contract.ts';
import { codeLimits, hardHours, MessageRules, standardMessageRules } from '#domain/messaging/rule-set.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { usePublishRules } from './api.ts';
import { sendingWords } from './sending-words.ts';

const [perMinute, perHour, perDay] = codeLimits;

/** When and how often customers are written to, each figure with what it means. */
export function RulesEditor({ view }: { view: MessageRulesView }) {
  const say = useWords(sendingWords);
  const dates = useDates();
  const tell = useTell();
  const confirm = useConfirm();
  const publish = usePublishRules();
  const mayManage = useMay('messages.manage');
  const { required } = useFieldRules();
  const [form] = Form.useForm<MessageRules>();

  const ask = (draft: MessageRules) =>
    void confirm({
      title: say('publish.ask'),
      text: say('publish.text'),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ rules: MessageRules.parse(draft), version: view.version });
        tell.done(say('published'));
      },
    });

  return (
    <Form<MessageRules>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!mayManage}
      initialValues={view.rules}
      onFinish={ask}
      className="rows"
    >
      <p className="soft" style={{ margin: 0 }}>
        {view.publishedAt === null
          ? say('version.standard')
          : say('version', {
              version: view.version,
              name: view.publishedByName ?? '–',
              at: dates.dateTime(view.publishedAt),
            })}
      </p>
      <section className="panel sending-rules">
        <h2>{say('hours')}</h2>
        <HoursField name="careHours" extra={say('careHours.text')} />
        <HoursField name="marketingHours" extra={say('marketingHours.text', hardHours)} />
      </section>
      <section className="panel sending-rules">
        <h2>{say('limits')}</h2>
        <Form.Item
          name="daysBetweenMarketing"
          label={say('daysBetweenMarketing')}
          extra={say('daysBetweenMarketing.text')}
          rules={[required]}
        >
          <InputNumber min={7} max={365} precision={0} />
        </Form.Item>
        <Form.Item
          name="carePerDay"
          label={say('carePerDay')}
          extra={say('carePerDay.text')}
          rules={[required]}
        >
          <InputNumber min={1} max={10} precision={0} />
        </Form.Item>
        <p className="soft">
          {say('codes', { minute: perMinute.codes, hour: perHour.codes, day: perDay.codes })}
        </p>
      </section>
      <section className="panel sending-rules">
        <h2>{say('brakes')}</h2>
        <p className="soft">{say('cost.text')}</p>
        <Form.Item name="dailyCostFen" label={say('cost')}>
          <CostLimit standard={standardMessageRules.dailyCostFen} label={say('cost')} />
        </Form.Item>
        <Form.Item name="monthlyCostFen" label={say('cost.month')}>
          <CostLimit standard={standardMessageRules.monthlyCostFen} label={say('cost.month')} />
        </Form.Item>
      </section>
      {mayManage ? (
        <div>
          <Button type="primary" htmlType="submit">
            {say('publish')}
          </Button>
        </div>
      ) : (
        <p className="soft">{say('readOnly')}</p>
      )}
    </Form>
  );
}

interface CostLimitProps {
  id?: string;
  value?: number | null;
  onChange?: (fen: number | null) => void;
  /** What it begins with where there was none. */
  standard: number | null;
  label: string;
}

/** An amount, or no limit at all. */
function CostLimit({ id, value = null, onChange, standard, label }: CostLimitProps) {
  const say = useWords(sendingWords);
  return (
    <div className="line cost-limit">
      <MoneyInput
        {...(id !== undefined && { id })}
        value={value}
        disabled={value === null}
        onChange={(fen) => onChange?.(fen ?? 0)}
      />
      <Checkbox
        aria-label={`${label}: ${say('cost.none')}`}
        checked={value === null}
        onChange={({ target }) => onChange?.(target.checked ? null : standard)}
      >
        {say('cost.none')}
      </Checkbox>
    </div>
  );
}

function HoursField({ name, extra }: { name: 'careHours' | 'marketingHours'; extra: string }) {
  const say = useWords(sendingWords);
  const { required } = useFieldRules();
  return (
    <fieldset className="hours" aria-label={say(name)}>
      <b>{say(name)}</b>
      <div className="line">
        <Form.Item name={[name, 'from']} noStyle rules={[required]}>
          <Input type="time" aria-label={`${say(name)} ${say('hours')} 1`} style={{ width: 132 }} />
        </Form.Item>
        <span>{say('to')}</span>
        <Form.Item
          name={[name, 'to']}
          noStyle
          dependencies={[[name, 'from']]}
          rules={[
            required,
            ({ getFieldValue }) => {
              const shape = MessageRules.shape[name];
              return {
                validator: (_, to: string) =>
                  shape.safeParse({ from: getFieldValue([name, 'from']) as string, to }).success
                    ? Promise.resolve()
                    : Promise.reject(new Error(say('hours.order'))),
              };
            },
          ]}
        >
          <Input type="time" aria-label={`${say(name)} ${say('hours')} 2`} style={{ width: 132 }} />
        </Form.Item>
      </div>
      <div className="soft">{extra}</div>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldError }) => {
          const [error] = getFieldError([name, 'to']);
          return error ? <div className="ant-form-item-explain-error">{error}</div> : null;
        }}
      </Form.Item>
    </fieldset>
  );
}
