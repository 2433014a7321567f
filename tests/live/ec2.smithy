$version: "2"

namespace example.ec2

use aws.api#service
use aws.auth#sigv4
use aws.protocols#ec2Query
use aws.protocols#ec2QueryName

/// A small part of Amazon EC2, for calls of servers that imitate it.
@ec2Query
@service(sdkId: "EC2", arnNamespace: "ec2", cloudFormationName: "EC2", endpointPrefix: "ec2")
@sigv4(name: "ec2")
@xmlNamespace(uri: "http://ec2.amazonaws.com/doc/2016-11-15")
service Ec2 {
    version: "2016-11-15"
    operations: [
        AuthorizeSecurityGroupIngress
        CreateSecurityGroup
        CreateSubnet
        CreateTags
        CreateVpc
        DeleteSubnet
        DescribeRegions
        DescribeSecurityGroups
        DescribeSubnets
        DescribeTags
        DescribeVpcs
    ]
}

@readonly
operation DescribeRegions {
    input := {
        @xmlName("RegionName")
        RegionNames: NamesOfRegions

        DryRun: Boolean
    }

    output := {
        @ec2QueryName("RegionInfo")
        @xmlName("regionInfo")
        Regions: Regions
    }
}

list NamesOfRegions {
    @xmlName("RegionName")
    member: String
}

list Regions {
    @xmlName("item")
    member: Region
}

structure Region {
    @xmlName("regionName")
    RegionName: String

    @xmlName("regionEndpoint")
    Endpoint: String
}

operation CreateVpc {
    input := {
        @required
        CidrBlock: String

        AmazonProvidedIpv6CidrBlock: Boolean
    }

    output := {
        @xmlName("vpc")
        Vpc: Vpc
    }
}

structure Vpc {
    @xmlName("vpcId")
    VpcId: String

    @xmlName("cidrBlock")
    CidrBlock: String

    @xmlName("isDefault")
    IsDefault: Boolean

    @xmlName("tagSet")
    Tags: Tags
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Vpcs")
@readonly
operation DescribeVpcs {
    input := {
        @xmlName("Filter")
        Filters: Filters

        @xmlName("VpcId")
        VpcIds: Ids

        NextToken: String

        MaxResults: Integer
    }

    output := {
        @xmlName("vpcSet")
        Vpcs: Vpcs

        @xmlName("nextToken")
        NextToken: String
    }
}

list Vpcs {
    @xmlName("item")
    member: Vpc
}

list Ids {
    @xmlName("item")
    member: String
}

list Filters {
    @xmlName("Filter")
    member: Filter
}

structure Filter {
    Name: String

    @xmlName("Value")
    Values: Ids
}

operation CreateSubnet {
    input := {
        @required
        VpcId: String

        CidrBlock: String
    }

    output := {
        @xmlName("subnet")
        Subnet: Subnet
    }
}

structure Subnet {
    @xmlName("subnetId")
    SubnetId: String

    @xmlName("availableIpAddressCount")
    AvailableIpAddressCount: Integer
}

@readonly
operation DescribeSubnets {
    input := {
        @xmlName("SubnetId")
        SubnetIds: Ids
    }

    output := {
        @xmlName("subnetSet")
        Subnets: Subnets
    }
}

list Subnets {
    @xmlName("item")
    member: Subnet
}

operation DeleteSubnet {
    input := {
        @required
        SubnetId: String
    }
}

operation CreateSecurityGroup {
    input := {
        @xmlName("GroupDescription")
        Description: String

        GroupName: String

        VpcId: String
    }

    output := {
        @xmlName("groupId")
        GroupId: String
    }
}

operation AuthorizeSecurityGroupIngress {
    input := {
        GroupId: String

        IpPermissions: Permissions
    }

    output := {
        @xmlName("return")
        Return: Boolean
    }
}

list Permissions {
    @xmlName("item")
    member: Permission
}

structure Permission {
    @ec2QueryName("IpProtocol")
    @xmlName("ipProtocol")
    IpProtocol: String

    @ec2QueryName("FromPort")
    @xmlName("fromPort")
    FromPort: Integer

    @ec2QueryName("ToPort")
    @xmlName("toPort")
    ToPort: Integer

    @ec2QueryName("IpRanges")
    @xmlName("ipRanges")
    IpRanges: IpRanges
}

list IpRanges {
    @xmlName("item")
    member: IpRange
}

structure IpRange {
    @ec2QueryName("CidrIp")
    @xmlName("cidrIp")
    CidrIp: String

    @ec2QueryName("Description")
    @xmlName("description")
    Description: String
}

@readonly
operation DescribeSecurityGroups {
    input := {
        @xmlName("GroupId")
        GroupIds: Ids
    }

    output := {
        @xmlName("securityGroupInfo")
        SecurityGroups: SecurityGroups
    }
}

list SecurityGroups {
    @xmlName("item")
    member: SecurityGroup
}

structure SecurityGroup {
    @xmlName("groupName")
    GroupName: String

    @xmlName("groupDescription")
    Description: String

    @xmlName("ipPermissions")
    IpPermissions: Permissions
}

operation CreateTags {
    input := {
        @xmlName("ResourceId")
        Resources: Ids

        @xmlName("Tag")
        Tags: Tags
    }
}

list Tags {
    @xmlName("item")
    member: Tag
}

structure Tag {
    @ec2QueryName("Key")
    @xmlName("key")
    Key: String

    @ec2QueryName("Value")
    @xmlName("value")
    Value: String
}

@readonly
operation DescribeTags {
    input := {
        @xmlName("Filter")
        Filters: Filters
    }

    output := {
        @xmlName("tagSet")
        Tags: Tags
    }
}
