import { asItIs } from '../conversions.ts';
import { hasValue, isFields } from '../field-path.ts';
import type { Mapping, RecordView } from '../mapping.ts';

const finding: RecordView = {
  id: 'guardduty-finding',
  of: (record) => {
    const { schemaVersion, arn, type, resource, service } = record.fields;
    const isFinding = hasValue(schemaVersion) && hasValue(arn) && hasValue(type);
    return isFinding && isFields(resource) && isFields(service) ? { ...record, dialect: 'AWS GuardDuty' } : undefined;
  },
};

/**
 * Findings of AWS GuardDuty.
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsguardduty
 */
export const awsGuardDuty: Mapping = {
  id: 'aws-guardduty',
  title: 'AWS GuardDuty',
  table: 'AWSGuardDuty',
  source: "Microsoft's reference of the table AWSGuardDuty",
  view: finding,
  accepts: () => true,
  columns: {
    TimeGenerated: { from: ['updatedAt', 'createdAt'], convert: asItIs },
    SchemaVersion: 'schemaVersion',
    AccountId: 'accountId',
    Region: 'region',
    Partition: 'partition',
    Id: 'id',
    Arn: 'arn',
    ActivityType: 'type',
    ResourceDetails: 'resource',
    ServiceDetails: 'service',
    Severity: {
      from: ['severity'],
      convert: { description: 'whole part', convert: (value) => Math.trunc(Number(value)) },
    },
    TimeCreated: 'createdAt',
    Title: 'title',
    Description: 'description',
    SourceSystem: { constant: 'AWS' },
    Type: { constant: 'AWSGuardDuty' },
  },
};
