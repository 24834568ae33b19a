using System.Runtime.CompilerServices;

// Every native call here takes plain values: nothing is left to be marshalled at run time.
[assembly: DisableRuntimeMarshalling]
