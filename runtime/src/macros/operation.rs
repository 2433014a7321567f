//! Operations and their errors.

/// Implements `Operation` and `Debug` for the marker of an operation.
#[macro_export]
macro_rules! operation {
    ($name:ident: $schema:path { $input:path, $output:path, $error:path $(,)? }) => {
        impl $crate::operation::Operation for $name {
            type Input = $input;
            type Output = $output;
            type Error = $error;

            fn schema() -> &'static $crate::schema::OperationSchema {
                &$schema
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(::std::stringify!($name))
            }
        }
    };
}

/// Implements conversions and reflection of an operation's error enum, from its variants and structures in the order of
/// the schema.
///
/// The macro counts the variants itself, so that a new error changes one line of generated code.
#[macro_export]
macro_rules! operation_error {
    ($name:ident { $($variant:ident($type:path)),* $(,)? }) => {
        $(
            impl ::std::convert::From<$type> for $name {
                #[inline]
                fn from(error: $type) -> Self {
                    Self::$variant(error)
                }
            }
        )*

        impl<__E: ::std::convert::Into<$crate::operation::Unhandled>> ::std::convert::From<__E> for $name {
            #[inline]
            fn from(error: __E) -> Self {
                Self::Unhandled(::std::convert::Into::into(error))
            }
        }

        // Without modeled errors, the functions always return early.
        #[allow(unreachable_code)]
        impl $crate::operation::OperationError for $name {
            #[inline]
            fn shape(&self) -> ::std::result::Result<&dyn $crate::reflect::Reflect, &$crate::operation::Unhandled> {
                ::std::result::Result::Ok(match self {
                    $(Self::$variant(error) => error,)*
                    Self::Unhandled(error) => return ::std::result::Result::Err(error),
                })
            }

            #[inline]
            fn filled(
                _index: usize,
                _fill: &mut dyn ::std::ops::FnMut(&mut dyn $crate::reflect::Reflect),
            ) -> ::std::option::Option<Self> {
                #[allow(dead_code)]
                enum Variant {
                    $($variant),*
                }
                ::std::option::Option::Some(match _index {
                    $(_ if _index == Variant::$variant as usize => {
                        Self::$variant($crate::operation::filled(_fill))
                    })*
                    _ => return ::std::option::Option::None,
                })
            }
        }

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::equal::errors(self, other)
            }
        }

        impl $name {
            /// Returns the error code: the name of the error's shape, or the code that the service sent, if it sent
            /// one.
            #[inline]
            pub fn code(&self) -> ::std::option::Option<&str> {
                $crate::operation::known_code(self)
            }

            /// Returns the error message, if the service sent one.
            #[inline]
            pub fn message(&self) -> ::std::option::Option<&str> {
                $crate::operation::message(self)
            }

            /// Returns whether the error has `@retryable`. Clients also repeat requests for other reasons, such as the
            /// status: see `is_retryable` of the call's error.
            #[inline]
            pub fn has_retryable_trait(&self) -> bool {
                $crate::operation::is_retryable(self)
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::operation::display(self, f)
            }
        }

        impl ::std::error::Error for $name {
            #[inline]
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                $crate::operation::source(self)
            }
        }
    };
}

/// Defines `$dispatch<S>`, which wraps an implementation of a service's trait and calls the method for the operation of
/// a request. Operations are in the order of the service's schema.
///
/// The macro counts the operations itself, so that a new operation changes one line of generated code. Fails to compile
/// without the features that calls of `schema::SERVICE` need.
#[macro_export]
macro_rules! dispatch {
    ($dispatch:ident: $service:ident { $($markers:ident::$operation:ident => $method:ident),* $(,)? }) => {
        const _: () = schema::SERVICE.check_features();

        /// Calls the method of a request's operation.
        #[derive(::std::fmt::Debug)]
        pub struct $dispatch<__S>(::std::sync::Arc<__S>);

        impl<__S> ::std::clone::Clone for $dispatch<__S> {
            fn clone(&self) -> Self {
                Self(::std::clone::Clone::clone(&self.0))
            }
        }

        impl<__S: $service> $crate::server::Dispatch for $dispatch<__S> {
            #[allow(unused_variables)]
            fn dispatch(&self, operation: usize, call: $crate::server::Call) -> $crate::server::Answer {
                #[allow(dead_code)]
                enum __Operation {
                    $($operation),*
                }
                const __OPERATIONS: &[__Operation] = &[$(__Operation::$operation),*];
                let service = ::std::clone::Clone::clone(&self.0);
                match __OPERATIONS.get(operation) {
                    $(::std::option::Option::Some(__Operation::$operation) => {
                        call.answer_with::<$markers::$operation, __S, _>(service, <__S as $service>::$method)
                    })*
                    _ => call.unknown_operation(),
                }
            }
        }
    };
}
