import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { RetryPolicy, type RetryPolicyView } from '#domain/followups/retry-policy.ts';
import { retryChannels } from '#domain/followups/ways-to-try.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { usePublishRetryPolicy } from './api.ts';
import { contactRuleWords } from './words.ts';
import './contact-rules.css';

const another: RetryPolicy['rungs'][number] = {
  wait: 'days',
  count: 1,
  message: false,
  channel: 'phone',
};
const mostRungs = 10;

/** What each unanswered call is followed by, up to the supervisor. */
export function RetryEditor({ view, published }: { view: RetryPolicyView; published: string }) {
  const say = useWords(contactRuleWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const confirm = useConfirm();
  const publish = usePublishRetryPolicy();
  const mayManage = useMay('protocols.manage');
  const { required, fits } = useFieldRules();

  const ask = (draft: RetryPolicy) =>
    void confirm({
      title: say('publish.ask'),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ policy: RetryPolicy.parse(draft), version: view.version });
        tell.done(say('published'));
      },
    });

  return (
    <section className="panel contact-rules">
      <h2>{say('retry')}</h2>
      <p className="soft">{say('retry.about')}</p>
      <p className="soft">{published}</p>
      <Form<RetryPolicy>
        layout="vertical"
        requiredMark={false}
        disabled={!mayManage}
        initialValues={view.policy}
        onFinish={ask}
      >
        <Form.List name="rungs">
          {(fields, { add, remove }) => (
            <>
              <div className="retry-rung retry-head soft" aria-hidden>
                <span />
                <span className="retry-wait">{say('rung.wait')}</span>
                <span>{say('rung.channel')}</span>
              </div>
              {fields.map(({ key, name }) => (
                <fieldset key={key} className="retry-rung" aria-label={say('rung', { number: name + 1 })}>
                  <b>{say('rung', { number: name + 1 })}</b>
                  <Form.Item name={[name, 'count']} rules={[required]}>
                    <InputNumber aria-label={say('rung.wait')} min={1} max={30} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'wait']}>
                    <Select
                      aria-label={say('rung.unit')}
                      popupMatchSelectWidth={false}
                      options={(['hours', 'days'] as const).map((value) => ({
                        value,
                        label: say(`rung.${value}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'channel']}>
                    <Select
                      aria-label={say('rung.channel')}
                      popupMatchSelectWidth={false}
                      options={retryChannels.map((value) => ({
                        value,
                        label: sayClinic(`channel.${value}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'message']} valuePropName="checked">
                    <Checkbox>{say('rung.message')}</Checkbox>
                  </Form.Item>
                  {fields.length > 1 && mayManage && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={say('rung.remove')}
                      onClick={() => remove(name)}
                    />
                  )}
                </fieldset>
              ))}
              <div className="line contact-end">
                <span>{say('rung.end')}</span>
                <Button
                  icon={<PlusOutlined />}
                  disabled={!mayManage || fields.length >= mostRungs}
                  onClick={() => add(another)}
                >
                  {say('rung.add')}
                </Button>
              </div>
            </>
          )}
        </Form.List>
        <div className="line">
          <Form.Item
            name="fromHour"
            label={say('fromHour')}
            rules={[required, fits(RetryPolicy.shape.fromHour)]}
          >
            <InputNumber min={0} max={21} precision={0} />
          </Form.Item>
          <Form.Item
            name="toHour"
            label={say('toHour')}
            dependencies={['fromHour']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, to: number) =>
                  to >= (getFieldValue('fromHour') as number) + 2
                    ? Promise.resolve()
                    : Promise.reject(new Error(say('hours.apart'))),
              }),
            ]}
          >
            <InputNumber min={1} max={23} precision={0} />
          </Form.Item>
        </div>
        {mayManage ? (
          <Button type="primary" htmlType="submit">
            {say('publish')}
          </Button>
        ) : (
          <p className="soft">{say('readOnly')}</p>
        )}
      </Form>
    </section>
  );
}
