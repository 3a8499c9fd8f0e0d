import { hasValue, isFields } from '../field-path.ts';
import type { Mapping, RecordView } from '../mapping.ts';

const cloudTrailEvent: RecordView = {
  id: 'cloudtrail-event',
  of: (record) => {
    const { eventVersion, eventSource, eventName, userIdentity } = record.fields;
    const isEvent = hasValue(eventVersion) && hasValue(eventSource) && hasValue(eventName);
    return isEvent && isFields(userIdentity) ? { ...record, dialect: 'AWS CloudTrail' } : undefined;
  },
};

const identity = 'userIdentity';
const session = `${identity}.sessionContext`;
const issuer = `${session}.sessionIssuer`;

/**
 * Events of AWS CloudTrail.
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awscloudtrail
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const awsCloudTrail: Mapping = {
  id: 'aws-cloudtrail',
  title: 'AWS CloudTrail',
  table: 'AWSCloudTrail',
  source: "Microsoft's reference of the table AWSCloudTrail",
  view: cloudTrailEvent,
  accepts: () => true,
  columns: {
    TimeGenerated: 'eventTime',
    AwsEventId: 'eventID',
    EventVersion: 'eventVersion',
    EventSource: 'eventSource',
    EventTypeName: 'eventType',
    EventName: 'eventName',
    UserIdentityType: `${identity}.type`,
    UserIdentityPrincipalid: `${identity}.principalId`,
    UserIdentityArn: `${identity}.arn`,
    UserIdentityAccountId: `${identity}.accountId`,
    UserIdentityInvokedBy: `${identity}.invokedBy`,
    UserIdentityAccessKeyId: `${identity}.accessKeyId`,
    UserIdentityUserName: `${identity}.userName`,
    UserIdentityUserId: `${identity}.onBehalfOf.userId`,
    UserIdentityStoreArn: `${identity}.onBehalfOf.identityStoreArn`,
    SessionMfaAuthenticated: `${session}.attributes.mfaAuthenticated`,
    SessionCreationDate: `${session}.attributes.creationDate`,
    SessionIssuerType: `${issuer}.type`,
    SessionIssuerPrincipalId: `${issuer}.principalId`,
    SessionIssuerArn: `${issuer}.arn`,
    SessionIssuerAccountId: `${issuer}.accountId`,
    SessionIssuerUserName: `${issuer}.userName`,
    AWSRegion: 'awsRegion',
    SourceIpAddress: 'sourceIPAddress',
    UserAgent: 'userAgent',
    ErrorCode: 'errorCode',
    ErrorMessage: 'errorMessage',
    RequestParameters: 'requestParameters',
    ResponseElements: 'responseElements',
    AdditionalEventData: 'additionalEventData',
    AwsRequestId: 'requestID',
    AwsRequestId_: 'requestID',
    Resources: 'resources',
    APIVersion: 'apiVersion',
    ReadOnly: 'readOnly',
    RecipientAccountId: 'recipientAccountId',
    ServiceEventDetails: 'serviceEventDetails',
    SharedEventId: 'sharedEventID',
    VpcEndpointId: 'vpcEndpointId',
    ManagementEvent: 'managementEvent',
    EC2RoleDelivery: `${session}.ec2RoleDelivery`,
    TlsVersion: 'tlsDetails.tlsVersion',
    CipherSuite: 'tlsDetails.cipherSuite',
    ClientProvidedHostHeader: 'tlsDetails.clientProvidedHostHeader',
    SourceSystem: { constant: 'AWS' },
    Type: { constant: 'AWSCloudTrail' },
  },
};
