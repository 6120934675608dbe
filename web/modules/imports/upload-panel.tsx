import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Upload, type UploadFile } from 'antd';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { presetNames, presets } from '#domain/exchange/presets.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { TimeZoneSelect } from '#web/ui/time-zone-select.tsx';
import { useUpload } from './api.ts';
import { importWords } from './words.ts';
import './imports.css';

interface Fields {
  files: UploadFile[];
  clinicId: string;
  preset: string;
  timezone: string;
}

const own = '';

/** Choose a file and where it goes; the server reads it at once, and writes nothing yet. */
export function UploadPanel({ onUploaded }: { onUploaded: (batch: ImportBatch) => void }) {
  const say = useWords(importWords);
  const wording = useWording();
  const { clinics, organization } = useMe();
  const chosen = useChosenClinic() ?? (clinics.length === 1 ? clinics[0] : undefined);
  const { required } = useFieldRules();
  const upload = useUpload();
  const [form] = Form.useForm<Fields>();

  const send = ({ files, clinicId, preset, timezone }: Fields) => {
    const file = files[0]?.originFileObj;
    if (!file) return;
    const fields = { clinicId, timezone, ...(preset !== own && { preset }) };
    upload.mutate({ file, fields }, { onSuccess: onUploaded });
  };
  const followClinic = (clinicId: string) =>
    form.setFieldValue(
      'timezone',
      clinics.find(({ id }) => id === clinicId)?.timezone ?? organization.timezone,
    );

  return (
    <Form<Fields>
      form={form}
      className="panel upload-panel"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        preset: own,
        clinicId: chosen?.id,
        timezone: chosen?.timezone ?? organization.timezone,
      }}
      onFinish={send}
    >
      <Form.Item
        name="files"
        valuePropName="fileList"
        getValueFromEvent={({ fileList }: { fileList: UploadFile[] }) => fileList}
        rules={[{ required: true, message: say('upload.missing') }]}
      >
        <Upload.Dragger accept=".csv,.txt,.tsv,.xlsx" maxCount={1} beforeUpload={() => false}>
          <p className="drop-icon">
            <InboxOutlined />
          </p>
          <p>{say('upload.drop')}</p>
          <p className="soft">{say('upload.formats')}</p>
        </Upload.Dragger>
      </Form.Item>
      <div>
        <Form.Item name="clinicId" label={say('upload.clinic')} rules={[required]}>
          <Select
            placeholder={say('upload.missing.clinic')}
            options={clinics.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={followClinic}
          />
        </Form.Item>
        <Form.Item name="preset" label={say('upload.preset')}>
          <Select
            options={[
              { value: own, label: say('upload.preset.own') },
              ...presetNames.map((name) => ({ value: name, label: wording(presets[name].title) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="timezone" label={say('upload.timezone')} rules={[required]}>
          <TimeZoneSelect />
        </Form.Item>
        <div className="rows">
          <ErrorMessage error={upload.error} />
          <Button type="primary" htmlType="submit" loading={upload.isPending}>
            {upload.isPending ? say('upload.sending') : say('upload.start')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
