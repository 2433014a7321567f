//! Values of the parameters of endpoint rules: of the operation, its input, the configuration and the caller's account.

use super::config::EndpointValue;
use super::endpoint::Parameters;
use super::request_error::EndpointError;
use super::rules::Value;
use super::s3::{S3Addressing, is_aws_endpoint};
use crate::endpoint_rules::{Kind, Parameter};
use crate::jmespath::{self, Evaluation};
use crate::reflect::Ref;
use crate::schema::ParameterSource;

impl<'a> Parameters<'a> {
    /// Returns the value of a parameter. Absent if no source has one.
    pub(super) fn value(self, parameter: &'a Parameter) -> Result<Value<'a>, EndpointError> {
        let of_call = self.operation.endpoint_parameters.iter().find(|supplied| supplied.name == parameter.name);
        let of_call = of_call.map_or(Value::Absent, |supplied| self.of_call(supplied.source, parameter.kind));
        if of_call != Value::Absent {
            return Ok(of_call);
        }
        if let Some(value) = self.config.endpoints.parameters.get(parameter.name) {
            return configured(value, parameter);
        }
        // The model of S3 does not say that this parameter is a built-in.
        let is_session_auth = self.service.is_s3() && parameter.name == "DisableS3ExpressSessionAuth";
        let built_in = parameter.built_in.or(is_session_auth.then_some("AWS::S3::DisableS3ExpressSessionAuth"));
        Ok(built_in.map_or(Value::Absent, |built_in| self.built_in(built_in)))
    }

    fn of_call(self, source: ParameterSource, kind: Kind) -> Value<'a> {
        match source {
            ParameterSource::Boolean(value) => Value::Boolean(value),
            ParameterSource::Text(text) => text_value(text),
            ParameterSource::Texts(texts) => Value::List(texts.iter().copied().map(text_value).collect()),
            ParameterSource::Member(name) => {
                let index = self.input.schema().members.iter().position(|member| member.name == name);
                index.map_or(Value::Absent, |index| of_input(&self.input.get(index).into(), kind))
            }
            ParameterSource::Path(path) => {
                let found = Evaluation::default().of(path, &Ref::Shape(self.input).into());
                found.map_or(Value::Absent, |found| of_input(&found, kind))
            }
        }
    }

    fn built_in(self, name: &str) -> Value<'a> {
        let Self { config, endpoint, .. } = self;
        let text = |text: Option<&'a str>| text.map_or(Value::Absent, text_value);
        match name {
            "AWS::Region" => text(config.region.as_deref()),
            "AWS::UseFIPS" => Value::Boolean(config.fips),
            "AWS::UseDualStack" => Value::Boolean(config.dual_stack || (self.service.is_s3() && config.s3.dual_stack)),
            "AWS::Auth::AccountId" => text(self.account_id),
            "AWS::Auth::AccountIdEndpointMode" => text_value(config.endpoints.account_id_mode.name()),
            "AWS::S3::Accelerate" => Value::Boolean(config.s3.accelerate),
            "AWS::S3::DisableMultiRegionAccessPoints" => Value::Boolean(config.s3.disable_multi_region_access_points),
            "AWS::S3::DisableS3ExpressSessionAuth" => Value::Boolean(config.s3.disable_express_session_auth),
            "AWS::S3::ForcePathStyle" => Value::Boolean(self.is_path_style()),
            "AWS::S3::UseArnRegion" | "AWS::S3Control::UseArnRegion" => Value::Boolean(config.s3.use_arn_region),
            "AWS::S3::UseGlobalEndpoint" => Value::Boolean(config.s3.use_global_endpoint),
            "AWS::STS::UseGlobalEndpoint" => Value::Boolean(config.endpoints.sts_global),
            "SDK::Endpoint" => text(endpoint),
            _ => Value::Absent,
        }
    }

    /// Whether the bucket is in the path. Other servers than those of AWS often have no host for each bucket; that of
    /// an access point is always in the host.
    fn is_path_style(self) -> bool {
        match self.config.s3.addressing {
            S3Addressing::Path => true,
            S3Addressing::Virtual => false,
            S3Addressing::Auto => {
                let bucket = self.input.schema().members.iter().position(|member| member.name == "Bucket");
                let bucket = bucket.map(|index| self.input.get(index));
                self.endpoint.is_some_and(|url| !is_aws_endpoint(url, &self.config.endpoints.partitions))
                    && !matches!(bucket, Some(Ref::Str(bucket)) if bucket.starts_with("arn:"))
            }
        }
    }
}

/// A value of the configuration, if it has the type of the parameter.
fn configured<'a>(value: &'a EndpointValue, parameter: &Parameter) -> Result<Value<'a>, EndpointError> {
    Ok(match (value, parameter.kind) {
        (EndpointValue::Boolean(value), Kind::Boolean) => Value::Boolean(*value),
        (EndpointValue::Text(text), Kind::Text) => text_value(text),
        (EndpointValue::Texts(texts), Kind::Texts) => Value::List(texts.iter().map(|text| text_value(text)).collect()),
        (_, kind) => return Err(EndpointError::Parameter { name: parameter.name, expected: kind.name() }),
    })
}

/// A value of the input, if it has this type.
fn of_input<'a>(value: &jmespath::Value<'a>, kind: Kind) -> Value<'a> {
    match (value, kind) {
        (jmespath::Value::Bool(value), Kind::Boolean) => Value::Boolean(*value),
        (jmespath::Value::String(text), Kind::Text) => Value::Text(text.to_cow()),
        (jmespath::Value::Array(items), Kind::Texts) => Value::List(
            items
                .iter()
                .filter_map(|item| match item {
                    jmespath::Value::String(text) => Some(Value::Text(text.to_cow())),
                    _ => None,
                })
                .collect(),
        ),
        _ => Value::Absent,
    }
}

fn text_value(text: &str) -> Value<'_> {
    Value::Text(std::borrow::Cow::Borrowed(text))
}
