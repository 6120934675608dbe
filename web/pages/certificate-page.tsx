import { PrinterOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import { z } from 'zod';
import { dayAt, firstOfMonth, monthOf, nextMonth } from '#domain/base/time.ts';
import { AskCertificate } from '#domain/coverage/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useTimeZone } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useCertificate } from '#web/modules/coverage/api.ts';
import { CertificateSheet } from '#web/modules/coverage/certificate-sheet.tsx';
import { coverageWords } from '#web/modules/coverage/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

const Filter = z.object({ month: AskCertificate.shape.month.optional() });

/** The month's proof that nobody was lost, for the file. */
export function CertificatePage() {
  const say = useWords(coverageWords);
  const [{ month: asked }, setFilter] = useUrlFilters(Filter);
  const today = dayAt(serverNow(), useTimeZone());
  const month = asked ?? nextMonth(monthOf(today), -1);
  const certificate = useCertificate(month);

  return (
    <div className="certificate-page">
      <Page
        narrow
        title={say('certificate.title', { month })}
        actions={
          <>
            <DatePicker
              picker="month"
              allowClear={false}
              aria-label={say('month')}
              value={pickable(firstOfMonth(month))}
              maxDate={pickable(today)}
              onChange={(day) => day && setFilter({ month: monthOf(pickedDay(day)) })}
            />
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {say('print')}
            </Button>
          </>
        }
      >
        <Loaded of={certificate}>{(certificate) => <CertificateSheet certificate={certificate} />}</Loaded>
      </Page>
    </div>
  );
}
