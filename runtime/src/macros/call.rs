//! Methods of calls.
//!
//! They are `#[inline]`, so that crates compile those of the operations that they call: each returns or contains the
//! future of a call, whose layout takes more time to compile than the rest of an operation.

/// Implements the methods of a call, a builder of an operation's input with a client, from the operation and the types
/// of its input, output and errors. The call of a paginated operation has `paginate` as the last entry.
///
/// Methods return the futures of the runtime. If they were asynchronous functions, each would add a state machine.
#[macro_export]
macro_rules! call {
    ($call:ident: $operation:path { $input:path, $output:path, $error:path $(, $paginate:ident)? $(,)? }) => {
        impl $call {
            /// Sends the request and reads the response.
            ///
            /// # Errors
            /// If the input is invalid, the request could not be sent, the response could not be read, or the service
            /// returned an error.
            #[inline]
            pub fn send(
                self,
            ) -> impl ::std::future::Future<Output = ::std::result::Result<$output, $crate::client::Error<$error>>> {
                self.0.send()
            }
        }

        impl ::std::future::IntoFuture for $call {
            type Output = ::std::result::Result<$output, $crate::client::Error<$error>>;
            type IntoFuture = $crate::client::Sending<$output, $crate::client::Error<$error>>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                ::std::future::IntoFuture::into_future(self.0)
            }
        }

        $crate::call! { @further $call: $operation { $input $(, $paginate)? } }
    };
    // With the errors of `aws-sdk-rust`.
    (aws_sdk $call:ident: $operation:path { $input:path, $output:path, $error:path $(, $paginate:ident)? $(,)? }) => {
        impl $call {
            /// Sends the request and reads the response.
            ///
            /// # Errors
            /// If the input is invalid, the request could not be sent, the response could not be read, or the service
            /// returned an error.
            #[inline]
            pub fn send(
                self,
            ) -> impl ::std::future::Future<
                Output = ::std::result::Result<$output, $crate::aws_sdk::error::SdkError<$error>>,
            > {
                $crate::aws_sdk::error::send(self.0)
            }

            /// Returns the request with a signature that expires as `config` says: until then, anyone can send it.
            ///
            /// # Errors
            /// If the input is invalid, or the request cannot be signed.
            #[inline]
            pub fn presigned(
                self,
                config: $crate::aws_sdk::presigning::PresigningConfig,
            ) -> impl ::std::future::Future<
                Output = ::std::result::Result<
                    $crate::aws_sdk::presigning::PresignedRequest,
                    $crate::aws_sdk::error::SdkError<$error>,
                >,
            > {
                $crate::aws_sdk::presigning::presign(self.0, config)
            }

            $(
                /// Returns a paginator that starts with the page that this call requests.
                #[inline]
                #[doc = ::std::concat!(" See also `", ::std::stringify!($paginate), "`.")]
                pub fn into_paginator(self) -> $crate::aws_sdk::pages::Paginator<$operation> {
                    $crate::aws_sdk::pages::Paginator::new(self.0)
                }
            )?
        }

        impl ::std::future::IntoFuture for $call {
            type Output = ::std::result::Result<$output, $crate::aws_sdk::error::SdkError<$error>>;
            type IntoFuture = $crate::client::Sending<$output, $crate::aws_sdk::error::SdkError<$error>>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                $crate::aws_sdk::error::sending(self.0)
            }
        }

        $crate::call! { @further $call: $operation { $input $(, $paginate)? } }
    };
    (@further $call:ident: $operation:path { $input:path $(, $paginate:ident)? }) => {
        impl $call {
            /// Sets all members to those of `input`.
            #[inline]
            pub fn with_input(self, input: $input) -> Self {
                Self(self.0.with_input(input))
            }

            /// Returns the call to change its time limit, attempts, region or headers, or to sign it without sending
            /// it. See [`Customized`](whitesmith_runtime::client::Customized).
            #[inline]
            pub fn customize(self) -> $crate::client::Customized<$operation> {
                self.0.customize()
            }

            $(
                /// Returns a paginator that starts with the page that this call requests.
                #[inline]
                pub fn $paginate(self) -> $crate::client::Pages<$operation> {
                    self.0.paginate()
                }
            )?
        }
    };
}
