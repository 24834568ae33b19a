using System.Runtime.CompilerServices;

// Every native call here takes plain values; without marshalling it is compiled ahead of time with the rest.
[assembly: DisableRuntimeMarshalling]
